/** Something wrong in a glossary source: where it stands and how to mend it, in one line. */
export interface Fault {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly message: string;
}

export function wordFault(fault: Fault): string {
  return `${fault.file}:${fault.line}: ${fault.message}`;
}
