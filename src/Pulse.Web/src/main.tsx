import { render } from "solid-js/web";
import "./styles/tokens.css";
import "./styles/base.css";
import { App } from "./App";
import { startTheme } from "./shell/theme";

const root = document.getElementById("root");
if (!root) {
  throw new Error("index.html has no element with the id 'root'.");
}
startTheme();
render(() => <App />, root);
