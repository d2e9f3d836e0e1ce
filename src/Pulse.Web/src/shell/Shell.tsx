import { A } from "@solidjs/router";
import CircleUser from "lucide-solid/icons/circle-user";
import LogOut from "lucide-solid/icons/log-out";
import Monitor from "lucide-solid/icons/monitor";
import Moon from "lucide-solid/icons/moon";
import Sun from "lucide-solid/icons/sun";
import { type JSX, type ParentProps, Show } from "solid-js";
import { Dynamic } from "solid-js/web";
import { useSession, useSignOut } from "../api/session";
import { Menu } from "../ui/Menu";
import { showToast } from "../ui/toasts";
import styles from "./Shell.module.css";
import { setTheme, type Theme, theme } from "./theme";

const themes: { value: Theme; label: string; icon: (props: { size: number }) => JSX.Element }[] = [
  { value: "system", label: "As the system", icon: Monitor },
  { value: "light", label: "Light", icon: Sun },
  { value: "dark", label: "Dark", icon: Moon },
];

/** The bar at the top of every page: the name, the theme, and the signed-in user. */
export function Shell(props: ParentProps) {
  const session = useSession();
  const signOut = useSignOut();
  const userName = () => (session.data?.state === "signedIn" ? session.data.userName : null);
  return (
    <>
      <a class={styles.skip} href="#main">
        Skip to the content
      </a>
      <header class={styles.bar}>
        <A href="/" class={styles.name}>
          <Logo />
          Pulse
        </A>
        <div class={styles.tools}>
          <Menu
            label={`Theme: ${themes.find((each) => each.value === theme())?.label}`}
            icon
            trigger={<Dynamic component={themes.find((each) => each.value === theme())?.icon ?? Monitor} size={18} />}
            items={themes.map((each) => ({ label: each.label, icon: each.icon, onSelect: () => setTheme(each.value) }))}
          />
          <Show when={userName()}>
            {(name) => (
              <Menu
                label={`Signed in as ${name()}`}
                trigger={
                  <>
                    <CircleUser size={18} aria-hidden="true" />
                    {name()}
                  </>
                }
                items={[
                  {
                    label: "Sign out",
                    icon: LogOut,
                    onSelect: () => signOut.mutate("here", { onError: (error) => showToast(`You are still signed in. ${error.message}`) }),
                  },
                ]}
              />
            )}
          </Show>
        </div>
      </header>
      {props.children}
    </>
  );
}

const Logo = () => (
  <svg class={styles.logo} viewBox="0 0 32 32" width="24" height="24" aria-hidden="true">
    <rect width="32" height="32" rx="7" fill="currentColor" />
    <path d="M4 17h6l3-8 5 15 4-11 2 4h4" fill="none" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round" />
  </svg>
);
