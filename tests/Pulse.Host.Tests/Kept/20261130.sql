BEGIN TRANSACTION;
CREATE TABLE "AdminAccounts" (
    "UserName" TEXT NOT NULL CONSTRAINT "PK_AdminAccounts" PRIMARY KEY,
    "PasswordHash" TEXT NOT NULL,
    "SecurityStamp" TEXT NOT NULL,
    "FailedCount" INTEGER NOT NULL,
    "FirstFailureAt" TEXT NULL,
    "LockedUntil" TEXT NULL
);
CREATE TABLE "ApiTokens" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_ApiTokens" PRIMARY KEY,
    "Name" TEXT NOT NULL,
    "Hash" BLOB NOT NULL,
    "Scopes" TEXT NOT NULL,
    "CreatedAt" TEXT NOT NULL,
    "ExpiresAt" TEXT NULL,
    "LastUsedAt" TEXT NULL,
    "RevokedAt" TEXT NULL
, "ActiveName" TEXT NULL);
CREATE TABLE "AuditRecords" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_AuditRecords" PRIMARY KEY AUTOINCREMENT,
    "At" TEXT NOT NULL,
    "Actor" TEXT NOT NULL,
    "ActorAddress" TEXT NULL,
    "Action" TEXT NOT NULL,
    "Outcome" TEXT NOT NULL,
    "Platform" TEXT NULL,
    "ConnectionId" TEXT NULL,
    "ConnectionName" TEXT NULL,
    "Fields" TEXT NOT NULL,
    "Detail" TEXT NULL
);
CREATE TABLE "Connections" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Connections" PRIMARY KEY,
    "Platform" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "NormalizedName" TEXT NOT NULL,
    "Host" TEXT NOT NULL,
    "Port" INTEGER NOT NULL,
    "UseHttps" INTEGER NOT NULL,
    "InsecureSkipVerify" INTEGER NOT NULL,
    "CertificateThumbprint" TEXT NULL,
    "NormalizedAccount" TEXT NOT NULL,
    "Texts" TEXT NOT NULL,
    "ProtectedSecrets" TEXT NOT NULL,
    "Enabled" INTEGER NOT NULL,
    "PollIntervalSeconds" INTEGER NOT NULL,
    "CreatedAt" TEXT NOT NULL,
    "UpdatedAt" TEXT NOT NULL,
    "Version" INTEGER NOT NULL
);
INSERT INTO "Connections" VALUES('01A22C19-B7BA-743D-AAEE-AAAE2E9BE866','vmware','healthy','healthy','healthy.lab.example',443,1,0,NULL,'SVC-HEALTHY@VSPHERE.LOCAL','{"username":"svc-healthy@vsphere.local"}','{"password":"made-up-ciphertext"}',1,60,'2026-11-30 10:56:52.6667348','2026-11-30 10:56:52.6667348',1);
INSERT INTO "Connections" VALUES('01A22C19-CE94-7472-B0E5-80B9EB12F2DE','vmware','degraded','degraded','degraded.lab.example',443,1,0,NULL,'SVC-DEGRADED@VSPHERE.LOCAL','{"username":"svc-degraded@vsphere.local"}','{"password":"made-up-ciphertext"}',1,60,'2026-11-30 10:56:58.5162889','2026-11-30 10:56:58.5162889',1);
INSERT INTO "Connections" VALUES('01A22C19-CF40-73C0-8B17-E1E2EC7F5B32','vmware','failing','failing','failing.lab.example',443,1,0,NULL,'SVC-FAILING@VSPHERE.LOCAL','{"username":"svc-failing@vsphere.local"}','{"password":"made-up-ciphertext"}',1,60,'2026-11-30 10:56:58.6883729','2026-11-30 10:56:58.6883729',1);
INSERT INTO "Connections" VALUES('01A22C19-D0A3-7026-9396-2BAFE74D71DE','vmware','suspended','suspended','suspended.lab.example',443,1,0,NULL,'SVC-SUSPENDED@VSPHERE.LOCAL','{"username":"svc-suspended@vsphere.local"}','{"password":"made-up-ciphertext"}',1,60,'2026-11-30 10:56:59.043296','2026-11-30 10:56:59.043296',1);
INSERT INTO "Connections" VALUES('01A22C19-D1B8-74FA-BFD4-9CB3C74EA3DE','vmware','paused','paused','paused.lab.example',443,1,0,NULL,'SVC-PAUSED@VSPHERE.LOCAL','{"username":"svc-paused@vsphere.local"}','{"password":"made-up-ciphertext"}',0,60,'2026-11-30 10:56:59.3206596','2026-11-30 10:56:59.3206596',1);
INSERT INTO "Connections" VALUES('01A22C19-D2A0-7C07-877F-3CE433EC8102','vmware','pending','pending','pending.lab.example',443,1,0,NULL,'SVC-PENDING@VSPHERE.LOCAL','{"username":"svc-pending@vsphere.local"}','{"password":"made-up-ciphertext"}',1,60,'2026-11-30 10:56:59.5520628','2026-11-30 10:56:59.5520628',1);
INSERT INTO "Connections" VALUES('01A22C19-D320-73EE-8D4F-A7B8E3147AFE','vmware','unreadable','unreadable','unreadable.lab.example',443,1,0,NULL,'SVC-UNREADABLE@VSPHERE.LOCAL','{"username":"svc-unreadable@vsphere.local"}','{"password":"made-up-ciphertext"}',1,60,'2026-11-30 10:56:59.6803052','2026-11-30 10:56:59.6803052',1);
CREATE TABLE "EndedSessions" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_EndedSessions" PRIMARY KEY,
    "EndedAt" TEXT NOT NULL
);
CREATE TABLE "PollHealth" (
    "ConnectionId" TEXT NOT NULL CONSTRAINT "PK_PollHealth" PRIMARY KEY,
    "Outcome" TEXT NULL,
    "SuspendedReason" TEXT NULL,
    "LastAttemptAt" TEXT NULL,
    "LastSuccessAt" TEXT NULL,
    "LastFailureAt" TEXT NULL,
    "NextAttemptAt" TEXT NULL,
    "ConsecutiveFailures" INTEGER NOT NULL,
    "LastDurationMs" INTEGER NULL,
    "LastError" TEXT NULL,
    "Recent" TEXT NOT NULL,
    "Observed" TEXT NULL,
    "Revision" INTEGER NOT NULL,
    CONSTRAINT "FK_PollHealth_Connections_ConnectionId" FOREIGN KEY ("ConnectionId") REFERENCES "Connections" ("Id") ON DELETE CASCADE
);
INSERT INTO "PollHealth" VALUES('01A22C19-B7BA-743D-AAEE-AAAE2E9BE866','Healthy',NULL,'2026-11-30 08:00:00','2026-11-30 08:00:00',NULL,'2026-11-30 08:01:00',0,41,NULL,'[{"at": "2026-11-30T07:59:00+00:00", "outcome": "failing", "durationMs": 30000}, {"at": "2026-11-30T08:00:00+00:00", "outcome": "healthy", "durationMs": 41}]','{"systemName": "vcsa.lab.example", "systemId": "4f1c0a52-6d1e-4a7e-9a56-0c5f0b5a3a11", "formerSystemId": null, "product": "VMware vCenter Server", "version": "8.0.3", "build": "24022515", "agentCount": 12, "vmCount": 240, "storageCount": 9, "collectedAt": "2026-11-30T08:00:00+00:00", "complete": true, "issues": [], "topology": {"datacenters": 1, "clusters": 2}, "details": {"apiRelease": "8.0.3.0", "sessionSharing": "shared", "templateCount": 4}}',1);
INSERT INTO "PollHealth" VALUES('01A22C19-CE94-7472-B0E5-80B9EB12F2DE','Degraded',NULL,'2026-11-30 08:00:00','2026-11-30 08:00:00',NULL,NULL,0,52,NULL,'[{"at": "2026-11-30T07:59:00+00:00", "outcome": "failing", "durationMs": 30000}, {"at": "2026-11-30T08:00:00+00:00", "outcome": "healthy", "durationMs": 41}]','{"systemName": "vcsa.lab.example", "systemId": "4f1c0a52-6d1e-4a7e-9a56-0c5f0b5a3a11", "formerSystemId": null, "product": "VMware vCenter Server", "version": "8.0.3", "build": "24022515", "agentCount": 12, "vmCount": 240, "storageCount": 9, "collectedAt": "2026-11-30T08:00:00+00:00", "complete": false, "issues": [{"category": "permission_denied", "message": "The events could not be read.", "count": 1, "names": ["DR"], "step": "events"}], "topology": {"datacenters": 1, "clusters": 2}, "details": {"apiRelease": "8.0.3.0", "sessionSharing": "shared", "templateCount": 4}}',1);
INSERT INTO "PollHealth" VALUES('01A22C19-CF40-73C0-8B17-E1E2EC7F5B32','Failing',NULL,'2026-11-30 08:00:00',NULL,'2026-11-30 08:00:00',NULL,3,30000,'{"category": "unreachable", "message": "No connection to the system.", "remedy": "Check host and port.", "step": "connect", "detail": null}','[{"at": "2026-11-30T07:59:00+00:00", "outcome": "failing", "durationMs": 30000}, {"at": "2026-11-30T08:00:00+00:00", "outcome": "healthy", "durationMs": 41}]','{"systemName": "vcsa.lab.example", "systemId": "4f1c0a52-6d1e-4a7e-9a56-0c5f0b5a3a11", "formerSystemId": null, "product": "VMware vCenter Server", "version": "8.0.3", "build": "24022515", "agentCount": 12, "vmCount": 240, "storageCount": 9, "collectedAt": "2026-11-30T08:00:00+00:00", "complete": true, "issues": [], "topology": {"datacenters": 1, "clusters": 2}, "details": {"apiRelease": "8.0.3.0", "sessionSharing": "shared", "templateCount": 4}}',1);
INSERT INTO "PollHealth" VALUES('01A22C19-D0A3-7026-9396-2BAFE74D71DE','Failing','The login was refused twice with the same credentials. It is not tried again, so that the account is not locked.','2026-11-30 08:00:00',NULL,'2026-11-30 08:00:00',NULL,2,NULL,'{"category": "auth_invalid", "message": "No connection to the system.", "remedy": "Check host and port.", "step": "connect", "detail": null}','[]',NULL,1);
INSERT INTO "PollHealth" VALUES('01A22C19-D1B8-74FA-BFD4-9CB3C74EA3DE','Healthy',NULL,'2026-11-30 08:00:00','2026-11-30 08:00:00',NULL,NULL,0,41,NULL,'[{"at": "2026-11-30T07:59:00+00:00", "outcome": "failing", "durationMs": 30000}, {"at": "2026-11-30T08:00:00+00:00", "outcome": "healthy", "durationMs": 41}]','{"systemName": "vcsa.lab.example", "systemId": "4f1c0a52-6d1e-4a7e-9a56-0c5f0b5a3a11", "formerSystemId": null, "product": "VMware vCenter Server", "version": "8.0.3", "build": "24022515", "agentCount": 12, "vmCount": 240, "storageCount": 9, "collectedAt": "2026-11-30T08:00:00+00:00", "complete": true, "issues": [], "topology": {"datacenters": 1, "clusters": 2}, "details": {"apiRelease": "8.0.3.0", "sessionSharing": "shared", "templateCount": 4}}',1);
INSERT INTO "PollHealth" VALUES('01A22C19-D2A0-7C07-877F-3CE433EC8102',NULL,NULL,NULL,NULL,NULL,NULL,0,NULL,NULL,'[]',NULL,1);
INSERT INTO "PollHealth" VALUES('01A22C19-D320-73EE-8D4F-A7B8E3147AFE','Sleeping',NULL,NULL,NULL,NULL,NULL,0,NULL,'{"category": "a_word_of_another_version", "message": "No connection to the system.", "remedy": "Check host and port.", "step": "connect", "detail": null}','[{"at":"2026-11-30T08:00:00+00:00","outcome":"sleeping","durationMs":1},{"durationMs":2},null]','{"vmCount":3,"issues":[{"category":"a_word_of_another_version"},null],"aMemberOfAnotherVersion":true}',1);
CREATE TABLE "ProtectedKeys" (
    "Name" TEXT NOT NULL CONSTRAINT "PK_ProtectedKeys" PRIMARY KEY,
    "Value" TEXT NOT NULL
);
CREATE TABLE "RefusedLogins" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_RefusedLogins" PRIMARY KEY AUTOINCREMENT,
    "Endpoint" TEXT NOT NULL,
    "SystemId" TEXT NULL,
    "Account" TEXT NOT NULL,
    "SecretHash" TEXT NOT NULL,
    "At" TEXT NOT NULL
);
INSERT INTO "RefusedLogins" VALUES(1,'SUSPENDED.LAB.EXAMPLE:443',NULL,'svc-suspended@vsphere.local','00','2026-11-30 08:00:00');
CREATE TABLE "__EFMigrationsHistory" (
    "MigrationId" TEXT NOT NULL CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY,
    "ProductVersion" TEXT NOT NULL
);
INSERT INTO "__EFMigrationsHistory" VALUES('20260101000000_Access_Initial','10.0.14');
INSERT INTO "__EFMigrationsHistory" VALUES('20261125000000_Access_TokenNames','10.0.14');
INSERT INTO "__EFMigrationsHistory" VALUES('20261125000001_Access_EndedSessions','10.0.14');
INSERT INTO "__EFMigrationsHistory" VALUES('20261123150000_Connections_Initial','10.0.14');
INSERT INTO "__EFMigrationsHistory" VALUES('20261129220000_Connections_WrongSystem','10.0.14');
CREATE TABLE "__EFMigrationsLock" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY,
    "Timestamp" TEXT NOT NULL
);
CREATE UNIQUE INDEX "IX_ApiTokens_Hash" ON "ApiTokens" ("Hash");
CREATE UNIQUE INDEX "IX_ApiTokens_ActiveName" ON "ApiTokens" ("ActiveName");
CREATE UNIQUE INDEX "IX_Connections_Platform_NormalizedName" ON "Connections" ("Platform", "NormalizedName");
CREATE UNIQUE INDEX "IX_Connections_Platform_Host_Port_NormalizedAccount" ON "Connections" ("Platform", "Host", "Port", "NormalizedAccount");
CREATE INDEX "IX_RefusedLogins_Account" ON "RefusedLogins" ("Account");
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('AuditRecords',7);
INSERT INTO "sqlite_sequence" VALUES('RefusedLogins',1);
COMMIT;
