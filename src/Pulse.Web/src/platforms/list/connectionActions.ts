import Copy from "lucide-solid/icons/copy";
import ListChecks from "lucide-solid/icons/list-checks";
import Pause from "lucide-solid/icons/pause";
import Pencil from "lucide-solid/icons/pencil";
import Play from "lucide-solid/icons/play";
import Trash from "lucide-solid/icons/trash";
import { createContext, type JSX, useContext } from "solid-js";
import type { Connection } from "../../api/connections";

/** The actions for a connection of the list. The workspace provides them. */
export interface ConnectionActions {
  mayWrite: () => boolean;
  test: (connection: Connection) => void;
  edit: (connection: Connection) => void;
  duplicate: (connection: Connection) => void;
  setEnabled: (connection: Connection, enabled: boolean) => void;
  remove: (connection: Connection) => void;
}

export const ConnectionActionsContext = createContext<ConnectionActions>();

export function useConnectionActions(): ConnectionActions {
  const actions = useContext(ConnectionActionsContext);
  if (!actions) {
    throw new Error("A connection is shown outside of its workspace.");
  }
  return actions;
}

/** One action: the same in the menu, as a button, and as a key. */
export interface ActionChoice {
  name: "test" | "edit" | "duplicate" | "pause" | "resume" | "delete";
  label: string;
  key: string;
  icon: (props: { size: number }) => JSX.Element;
  danger?: boolean;
  run: (connection: Connection) => void;
}

/** The actions in the order of the menu, for the current state of a connection. */
export function choicesFor(connection: Connection, actions: ConnectionActions): ActionChoice[] {
  return [
    { name: "test", label: "Test", key: "T", icon: ListChecks, run: actions.test },
    { name: "edit", label: "Edit", key: "E", icon: Pencil, run: actions.edit },
    { name: "duplicate", label: "Duplicate", key: "D", icon: Copy, run: actions.duplicate },
    connection.enabled
      ? { name: "pause", label: "Pause", key: "P", icon: Pause, run: (each) => actions.setEnabled(each, false) }
      : { name: "resume", label: "Resume", key: "P", icon: Play, run: (each) => actions.setEnabled(each, true) },
    { name: "delete", label: "Delete", key: "Delete", icon: Trash, danger: true, run: actions.remove },
  ];
}
