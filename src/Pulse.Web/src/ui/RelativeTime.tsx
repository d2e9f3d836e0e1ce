import { watchNow } from "../api/serverTime";
import { exact, relative } from "./time";

interface RelativeTimeProps {
  at: string;
  /** A future event: when its time has come, it is due and not past. */
  due?: boolean;
}

/** "12 s ago" or "in 48 s", with the exact time on hover and for copying. */
export function RelativeTime(props: RelativeTimeProps) {
  const now = watchNow();
  return (
    <time dateTime={props.at} title={exact(props.at)}>
      {relative(props.at, props.due ? Math.min(now(), Date.parse(props.at)) : now())}
    </time>
  );
}
