import { useBeforeLeave } from "@solidjs/router";
import { createSignal, createUniqueId, onCleanup, onMount, Show } from "solid-js";
import { type Connection, fieldOf, secretMask, useConnectionChanges, useRefreshConnections } from "../../api/connections";
import type { Platform } from "../../api/platforms";
import { toApiError } from "../../api/problem";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { isolated } from "../../ui/isolated";
import { Markdown } from "../../ui/Markdown";
import { Notice } from "../../ui/Notice";
import { endpointOf } from "../list/listModel";
import { TestPanel } from "../report/TestPanel";
import { createTestRun } from "../report/testRun";
import { ConflictView } from "./ConflictView";
import styles from "./ConnectionDialog.module.css";
import { ConnectionForm } from "./ConnectionForm";
import { EditorQuestions, type Question } from "./EditorQuestions";
import { createEditorState } from "./editorState";
import { draftOf, type FormValues, patchOf, urlOf, valuesOf } from "./formValues";

interface ConnectionDialogProps {
  platform: Platform;
  /** The edited connection; null for a new one. */
  connection: Connection | null;
  initial: FormValues;
  /** Values that are already filled in, as if they were typed. */
  preset: Partial<FormValues>;
  /** Leaves the dialog. Asks first if input would be lost. */
  onClose: () => void;
}

/** Adds or edits a connection: the form on the left, the answers of Pulse on the right. */
export function ConnectionDialog(props: ConnectionDialogProps) {
  const formId = createUniqueId();
  const platform = props.platform;
  const [base, setBase] = createSignal(props.connection);
  const [theirs, setTheirs] = createSignal<Connection | null>(null);
  const [failed, setFailed] = createSignal<string | null>(null);
  const [asking, setAsking] = createSignal<Question | null>(null);
  const [tested, setTested] = createSignal<{ values: string; success: boolean } | null>(null);
  const changes = useConnectionChanges(() => platform.key);
  const refreshList = useRefreshConnections(() => platform.key);
  const editor = createEditorState(platform, props.initial, base);
  editor.setValues(props.preset);
  const test = createTestRun(() => platform.key);
  let goOn: () => void = () => {};
  let done = false;

  useBeforeLeave((event) => {
    if (!done && editor.isDirty() && !event.defaultPrevented) {
      event.preventDefault();
      goOn = () => event.retry(true);
      setAsking("leave");
    }
  });
  const warnOnUnload = (event: BeforeUnloadEvent) => editor.isDirty() && !done && event.preventDefault();
  onMount(() => window.addEventListener("beforeunload", warnOnUnload));
  onCleanup(() => window.removeEventListener("beforeunload", warnOnUnload));

  /** Asks once before a stored secret goes to an endpoint that it was not entered for. */
  const afterAgreement = (act: () => void) => {
    if (editor.unagreedEndpoint()) {
      goOn = act;
      setAsking("endpoint");
    } else {
      act();
    }
  };

  const runTest = async () => {
    if (!editor.check(false)) {
      focusFirstError(formId);
      return;
    }
    const values = editor.snapshot();
    const saved = base();
    const subject = saved ? { id: saved.id, overlay: patchOf(values, saved, platform) } : { draft: draftOf(values, platform) };
    const report = await test.start(subject);
    setTested(report && { values: JSON.stringify(values), success: report.success });
    const run = test.run();
    if (run.state === "refused" && editor.refuse(run.error)) {
      focusFirstError(formId);
    }
    if (saved && "overlay" in subject && subject.overlay === null) {
      await changes.refresh();
    }
  };

  const leave = () => {
    done = true;
    props.onClose();
  };

  const save = async (values: FormValues, onto: Connection | null) => {
    setFailed(null);
    try {
      if (onto) {
        const patch = patchOf(values, onto, platform);
        if (patch) {
          await changes.update.mutateAsync({ id: onto.id, version: onto.version, patch });
        }
      } else {
        await changes.create.mutateAsync(draftOf(values, platform));
      }
      leave();
    } catch (error) {
      await explain(error, onto);
    }
  };

  const explain = async (error: unknown, onto: Connection | null) => {
    const { code, problem } = toApiError(error);
    if (code === "version_mismatch" && onto) {
      let all: Connection[];
      try {
        all = await refreshList();
      } catch (unread) {
        setFailed(`${problem.title} What it holds now could not be read. ${toApiError(unread).problem.title}`);
        return;
      }
      const now = all.find((connection) => connection.id === onto.id);
      setTheirs(now ?? null);
      setFailed(now ? null : "This connection was deleted meanwhile. Duplicate another one, or add it again.");
    } else if (editor.refuse(error)) {
      focusFirstError(formId);
    } else if (code !== "unauthenticated") {
      setFailed([problem.title, problem.detail].filter(Boolean).join(" "));
    }
  };

  const trySave = () => {
    if (editor.check(true)) {
      afterAgreement(() => void save(editor.snapshot(), base()));
    } else {
      focusFirstError(formId);
    }
  };

  const takeTheirs = () => {
    const now = theirs();
    if (now) {
      setBase(now);
      editor.restart(valuesOf(now, platform));
      setTheirs(null);
      test.reset();
    }
  };

  const saveOnto = (values: FormValues) => {
    const now = theirs();
    setBase(now);
    editor.replace(values);
    setTheirs(null);
    afterAgreement(() => void save(values, now));
  };

  const isTested = () => tested()?.values === editor.current();
  const isProven = () => isTested() && tested()?.success === true;
  const busy = () => changes.create.isPending || changes.update.isPending;
  /** Enter does the same as the main button, and nothing while the button works. */
  const submit = () => {
    if (busy() || test.isRunning()) {
      return;
    }
    if (isProven()) {
      trySave();
    } else {
      afterAgreement(() => void runTest());
    }
  };
  const title = () => (props.connection ? `Edit ${isolated(props.connection.name)}` : `Add ${platform.noun}`);
  const status = () => {
    if (test.isRunning()) {
      return "Testing these settings…";
    }
    if (isTested()) {
      return tested()?.success ? "These settings are tested." : "The test failed. You can save anyway: Pulse keeps trying.";
    }
    return "These settings are not tested. Saving without a test is possible.";
  };

  return (
    <>
      <Dialog
        open
        wide
        title={title()}
        onClose={props.onClose}
        footer={
          theirs() ? undefined : (
            <>
              <p class={styles.status} role="status">
                {status()}
              </p>
              <Button onClick={props.onClose}>Cancel</Button>
              <Button look={isProven() ? "plain" : "primary"} busy={test.isRunning()} onClick={() => afterAgreement(() => void runTest())}>
                {tested() ? "Test again" : "Test"}
              </Button>
              <Button look={isProven() ? "primary" : "plain"} busy={busy()} onClick={trySave}>
                Save
              </Button>
            </>
          )
        }
      >
        <Show
          when={theirs()}
          fallback={
            <div class={styles.columns}>
              <ConnectionForm
                id={formId}
                platform={platform}
                values={editor.values}
                change={editor.setValues}
                errors={editor.errors()}
                onLeave={editor.leave}
                stored={(name) => base() !== null && fieldOf(base() as Connection, name) === secretMask}
                onSubmit={submit}
              />
              <div class={styles.side}>
                <Show when={failed()}>
                  {(sentence) => (
                    <Notice tone="error" live title="Not saved">
                      {sentence()}
                    </Notice>
                  )}
                </Show>
                <Show
                  when={test.run().state !== "idle"}
                  fallback={
                    <section class={styles.introduction} aria-label="What Pulse will do">
                      <h3>What a test does</h3>
                      <Markdown text={platform.introduction} />
                    </section>
                  }
                >
                  <Show when={tested() && !isTested() && !test.isRunning()}>
                    <Notice tone="info">The settings have changed since this test.</Notice>
                  </Show>
                  <TestPanel
                    platform={platform}
                    test={test}
                    endpoint={endpointOf({ host: editor.values.host, port: Number(editor.values.port) })}
                    pinned={editor.values.trust === "pin" ? editor.values.thumbprint : null}
                    onTrust={(thumbprint) => editor.setValues({ trust: "pin", thumbprint })}
                  />
                </Show>
              </div>
            </div>
          }
        >
          {(now) => (
            <ConflictView
              platform={platform}
              base={base() as Connection}
              theirs={now()}
              mine={editor.snapshot()}
              busy={busy()}
              onTheirs={takeTheirs}
              onSave={saveOnto}
            />
          )}
        </Show>
      </Dialog>
      <EditorQuestions
        asking={asking()}
        platform={platform}
        from={urlOf(base() ?? editor.values)}
        to={urlOf(editor.values)}
        onStay={() => setAsking(null)}
        onSend={() => {
          editor.agree();
          setAsking(null);
          goOn();
        }}
        onDiscard={() => {
          setAsking(null);
          done = true;
          goOn();
        }}
      />
    </>
  );
}

/** Moves the focus to the first field with an error. */
function focusFirstError(formId: string): void {
  queueMicrotask(() => document.getElementById(formId)?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus());
}
