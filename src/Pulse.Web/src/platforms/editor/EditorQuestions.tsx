import type { Platform } from "../../api/platforms";
import { Confirm } from "../../ui/Dialog";

/** What the form has to ask before it goes on. */
export type Question = "endpoint" | "leave";

interface EditorQuestionsProps {
  asking: Question | null;
  platform: Platform;
  /** The endpoint that the stored secret was entered for, and the one that it would go to. */
  from: string;
  to: string;
  onStay: () => void;
  onSend: () => void;
  onDiscard: () => void;
}

/** Before a stored secret goes to another endpoint, and before what was entered is lost. */
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
