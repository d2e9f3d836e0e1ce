import { type Accessor, createMemo, createSignal } from "solid-js";
import { createStore, reconcile, unwrap } from "solid-js/store";
import type { Connection } from "../../api/connections";
import type { Platform } from "../../api/platforms";
import { type ApiError, toApiError } from "../../api/problem";
import { type FormValues, sendsSecretElsewhere, urlOf } from "./formValues";
import { errorsOf, type FormErrors } from "./validation";

/** The field for a refusal that names none. */
const fieldOfCode: Readonly<Record<string, string>> = { name_taken: "name", endpoint_taken: "host" };

/** The state of a form: its values, their errors, and the errors that may be shown already. */
export function createEditorState(platform: Platform, initial: FormValues, base: Accessor<Connection | null>) {
  const [start, setStart] = createSignal(JSON.stringify(initial));
  const [values, setValues] = createStore<FormValues>(structuredClone(initial));
  const [left, setLeft] = createSignal<ReadonlySet<string>>(new Set());
  const [saving, setSaving] = createSignal(false);
  const [refusal, setRefusal] = createSignal<{ errors: FormErrors; at: FormValues } | null>(null);
  const [agreedTo, setAgreedTo] = createSignal<string | null>(null);

  const snapshot = (): FormValues => structuredClone(unwrap(values));
  const current = createMemo(() => JSON.stringify(values));

  // An error from Pulse counts until the field is changed; an error of the form itself counts after the field was left.
  const errors = createMemo<FormErrors>(() => {
    const own = errorsOf(values, platform, saving(), base());
    const said = Object.entries(own).filter(([member]) => left().has(member));
    const refused = Object.entries(refusal()?.errors ?? {}).filter(([member]) => sameIn(member, refusal()?.at, values));
    return Object.fromEntries([...refused, ...said]);
  });

  /** Shows all errors; true if there are none. */
  const check = (forSaving: boolean): boolean => {
    setSaving(forSaving);
    const own = errorsOf(values, platform, forSaving, base());
    setLeft(new Set(Object.keys(own)));
    return Object.keys(own).length === 0;
  };

  /** Shows a refusal at its fields; false if it names no field, and must be shown elsewhere. */
  const refuse = (error: unknown): boolean => {
    const { problem, code }: ApiError = toApiError(error);
    const secret = platform.fields.find((field) => field.kind === "secret")?.name;
    const field = code === "secret_reentry_required" ? secret : fieldOfCode[code];
    const found = problem.errors ?? (field ? { [field]: [problem.detail ?? problem.title] } : null);
    setRefusal(found ? { errors: found, at: snapshot() } : null);
    return found !== null;
  };

  return {
    values,
    setValues,
    snapshot,
    current,
    errors,
    check,
    refuse,
    leave: (member: string) => setLeft((members) => new Set([...members, member])),
    isDirty: () => current() !== start(),
    /** Loads other values, as if the form had been opened with them. */
    restart: (next: FormValues) => {
      setStart(JSON.stringify(next));
      setValues(reconcile(structuredClone(next)));
      setRefusal(null);
      setLeft(new Set<string>());
    },
    replace: (next: FormValues) => setValues(reconcile(structuredClone(next))),
    /** The endpoint that a stored secret would be sent to for the first time, unless an admin has agreed. */
    unagreedEndpoint: (): string | null => {
      const saved = base();
      const url = urlOf(values);
      return saved && sendsSecretElsewhere(values, saved, platform) && agreedTo() !== url ? url : null;
    },
    agree: () => setAgreedTo(urlOf(values)),
  };
}

export type EditorState = ReturnType<typeof createEditorState>;

function sameIn(member: string, then: FormValues | undefined, now: FormValues): boolean {
  if (!then) {
    return false;
  }
  const of = (values: FormValues): unknown => {
    if (member === "certificateThumbprint" || member === "insecureSkipVerify") {
      return `${values.trust} ${values.thumbprint}`;
    }
    // The endpoint conflicts only with a connection that has the same account.
    if (member === "host") {
      return `${values.host} ${values.port} ${JSON.stringify(values.fields)}`;
    }
    return member in values.fields ? values.fields[member] : values[member as keyof FormValues];
  };
  return of(then) === of(now);
}
