import CircleCheck from "lucide-solid/icons/circle-check";
import CircleDashed from "lucide-solid/icons/circle-dashed";
import CirclePause from "lucide-solid/icons/circle-pause";
import CircleX from "lucide-solid/icons/circle-x";
import OctagonX from "lucide-solid/icons/octagon-x";
import TriangleAlert from "lucide-solid/icons/triangle-alert";
import type { JSX } from "solid-js";
import type { PollState } from "../../api/connections";

/** The look of a state: never its colour alone. */
export interface StateLook {
  word: string;
  icon: (props: { size: number; "aria-hidden"?: "true" }) => JSX.Element;
  meaning: string;
}

/** The states by how much they need action. */
export const stateLooks: Readonly<Record<PollState, StateLook>> = {
  suspended: { word: "Suspended", icon: OctagonX, meaning: "Pulse has stopped polling, and says why." },
  failing: { word: "Failing", icon: CircleX, meaning: "The last attempt failed." },
  degraded: { word: "Degraded", icon: TriangleAlert, meaning: "The last attempt worked, but something could not be read." },
  healthy: { word: "Healthy", icon: CircleCheck, meaning: "The last attempt read everything." },
  pending: { word: "Pending", icon: CircleDashed, meaning: "Not polled yet." },
  paused: { word: "Paused", icon: CirclePause, meaning: "Stopped by an admin." },
};

export const pollStates = Object.keys(stateLooks) as PollState[];
