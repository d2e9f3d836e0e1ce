import type { Platform } from "../../api/platforms";
import { Confirm } from "../../ui/Dialog";

/** The questions of the form before it continues. */
export type Question = "endpoint" | "leave";

interface EditorQuestionsProps {
  asking: Question | null;
  platform: Platform;
  /** The endpoint that the stored secret was entered for, and the one that it would be sent to. */
  from: string;
  to: string;
  onStay: () => void;
  onSend: () => void;
  onDiscard: () => void;
}

/** Asks before a stored secret goes to another endpoint, and before input is lost. */
export const EditorQuestions = (props: EditorQuestionsProps) => (
  <>
    <Confirm
      open={props.asking === "endpoint"}
      title={`Send the stored ${props.platform.secretNoun} to another endpoint?`}
      confirm="Send it"
      onCancel={props.onStay}
      onConfirm={props.onSend}
    >
      <p>
        It was entered for <code>{props.from}</code>, and would go to <code>{props.to}</code> now. Make sure that this is the same{" "}
        {props.platform.noun}, or replace the {props.platform.secretNoun}.
      </p>
    </Confirm>
    <Confirm
      open={props.asking === "leave"}
      title="Leave without saving?"
      confirm="Discard the changes"
      cancel="Stay"
      danger
      onCancel={props.onStay}
      onConfirm={props.onDiscard}
    >
      <p>What you have entered is lost.</p>
    </Confirm>
  </>
);
