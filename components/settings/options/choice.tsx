import { useId } from 'preact/hooks';
import { Found } from './search.tsx';

interface Option<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly hint: string;
}

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly options: readonly Option<T>[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}

/** One of several, each with a line that says what it does. */
export function Choice<T extends string>({ label, options, value, onChange }: ChoiceProps<T>) {
  const id = useId();
  return (
    <Found by={[label, ...options.flatMap((option) => [option.label, option.hint])]}>
      <fieldset class="choice">
        <legend>{label}</legend>
        {options.map((option) => (
          <div class="option" key={option.value}>
            <input
              id={`${id}-${option.value}`}
              type="radio"
              name={id}
              checked={option.value === value}
              aria-describedby={`${id}-${option.value}-hint`}
              onChange={() => onChange(option.value)}
            />
            <span>
              <label for={`${id}-${option.value}`}>{option.label}</label>
              <small class="hint" id={`${id}-${option.value}-hint`}>
                {option.hint}
              </small>
            </span>
          </div>
        ))}
      </fieldset>
    </Found>
  );
}
