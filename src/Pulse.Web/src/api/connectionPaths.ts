import type { components } from "./schema";

type Schemas = components["schemas"];

/** A connection, with the members that it has on every platform. Code reads the platform's own members by their declared names. */
export type Connection = Schemas["ConnectionDocument"];

type Settings = Pick<
  Connection,
  "name" | "host" | "port" | "useHttps" | "insecureSkipVerify" | "certificateThumbprint" | "enabled" | "pollIntervalSeconds"
>;

/** The value of a platform's own field. */
export type FieldSetting = string | boolean | null;

interface FieldSettings {
  [field: string]: FieldSetting | number | undefined;
}

export type ConnectionDraft = Pick<Settings, "name" | "host"> & Partial<Settings> & FieldSettings;
export type ConnectionPatch = Partial<Settings> & FieldSettings;

interface PlatformPath {
  platform: string;
}

interface ConnectionPath extends PlatformPath {
  id: string;
}

interface Json<T> {
  content: { "application/json": T };
}

/**
 * The routes that every platform has. The API document has them once for each platform, with its own fields; shared code names no
 * platform.
 */
export interface ConnectionPaths {
  "/api/{platform}/connections": {
    get: { parameters: { path: PlatformPath }; responses: { 200: Json<Connection[]> } };
    post: { parameters: { path: PlatformPath }; requestBody: Json<ConnectionDraft>; responses: { 201: Json<Connection> } };
  };
  "/api/{platform}/connections/{id}": {
    put: {
      parameters: { path: ConnectionPath; header?: { "If-Match"?: string } };
      requestBody: Json<ConnectionPatch>;
      responses: { 200: Json<Connection> };
    };
    delete: { parameters: { path: ConnectionPath }; responses: { 204: { content?: never } } };
  };
}
