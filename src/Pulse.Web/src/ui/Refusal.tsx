import { Show } from "solid-js";
import { toApiError } from "../api/problem";
import { Button } from "./Button";
import { Notice } from "./Notice";

interface LoadErrorProps {
  /** A query, or an object like one. */
  query: { isError: boolean; error: unknown; isFetching: boolean; refetch: () => unknown };
}

/** A failed read: the reason, and a button to try again. Earlier data stays visible. */
export const LoadError = (props: LoadErrorProps) => (
  <Show when={props.query.isError}>
    <Notice
      tone="error"
      live
      title={toApiError(props.query.error).problem.title}
      action={
        <Button busy={props.query.isFetching} onClick={() => props.query.refetch()}>
          Try again
        </Button>
      }
    >
      {toApiError(props.query.error).problem.detail}
    </Notice>
  </Show>
);

/** The message of a refused or unanswered call, for a form or a question. */
export const Refusal = (props: { error: unknown }) => (
  <Notice tone="error" live title={toApiError(props.error).problem.title}>
    {toApiError(props.error).problem.detail}
  </Notice>
);
