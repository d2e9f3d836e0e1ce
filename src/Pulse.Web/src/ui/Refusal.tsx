import { Show } from "solid-js";
import { toApiError } from "../api/problem";
import { Button } from "./Button";
import { Notice } from "./Notice";

interface LoadErrorProps {
  /** A query, or what looks like one. */
  query: { isError: boolean; error: unknown; isFetching: boolean; refetch: () => unknown };
}

/** Reading something failed: why, and once more. What was read before stays beside it. */
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

/** What a refused or unanswered call has to say, for a form or a question. */
export const Refusal = (props: { error: unknown }) => (
  <Notice tone="error" live title={toApiError(props.error).problem.title}>
    {toApiError(props.error).problem.detail}
  </Notice>
);
