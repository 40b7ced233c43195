import { useId } from 'preact/hooks';

interface SwitchProps {
  readonly label: string;
  /** A line that says what it does. */
  readonly hint?: string | undefined;
  /** Shown beside the switch: how many there are. */
  readonly aside?: string | undefined;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** A row with a label and a switch. */
export function Switch({ label, hint, aside, checked, disabled = false, onChange }: SwitchProps) {
  const id = useId();
  return (
    <div class="row">
      <span class="said">
        <label for={id}>{label}</label>
        {hint && (
          <small id={`${id}-hint`} class="hint">
            {hint}
          </small>
        )}
      </span>
      {aside && <span class="aside">{aside}</span>}
      <input
        id={id}
        type="checkbox"
        role="switch"
        checked={checked}
        disabled={disabled}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </div>
  );
}
