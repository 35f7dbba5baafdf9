#!/usr/bin/env bash
# Makes the database and its two logins where they are not there yet: one migrates, one serves (docs/operations.md). In the server's container, as its administrator.
# Takes MSSQL_SA_PASSWORD, MIGRATE_PASSWORD and SERVE_PASSWORD; passwords have no apostrophe.
set -euo pipefail
: "${MSSQL_SA_PASSWORD:?}" "${MIGRATE_PASSWORD:?}" "${SERVE_PASSWORD:?}"
# Out of the environment: what stands on a command line can be read by everybody on the machine.
export SQLCMDPASSWORD=$MSSQL_SA_PASSWORD
/opt/mssql-tools18/bin/sqlcmd -C -b -S 127.0.0.1 -U sa <<'SQL'
IF DB_ID(N'Pipeline') IS NULL CREATE DATABASE Pipeline;
GO
IF (SELECT is_read_committed_snapshot_on FROM sys.databases WHERE name = N'Pipeline') = 0
    ALTER DATABASE Pipeline SET READ_COMMITTED_SNAPSHOT ON WITH ROLLBACK IMMEDIATE;
GO
IF SUSER_ID(N'pipeline_migrate') IS NULL CREATE LOGIN pipeline_migrate WITH PASSWORD = N'$(MIGRATE_PASSWORD)';
IF SUSER_ID(N'pipeline_serve') IS NULL CREATE LOGIN pipeline_serve WITH PASSWORD = N'$(SERVE_PASSWORD)';
GO
USE Pipeline;
IF USER_ID(N'pipeline_migrate') IS NULL CREATE USER pipeline_migrate FOR LOGIN pipeline_migrate;
IF USER_ID(N'pipeline_serve') IS NULL CREATE USER pipeline_serve FOR LOGIN pipeline_serve;
GRANT ALTER ON DATABASE::Pipeline TO pipeline_migrate;
ALTER ROLE db_ddladmin ADD MEMBER pipeline_migrate;
ALTER ROLE db_datareader ADD MEMBER pipeline_migrate;
ALTER ROLE db_datawriter ADD MEMBER pipeline_migrate;
ALTER ROLE db_datareader ADD MEMBER pipeline_serve;
ALTER ROLE db_datawriter ADD MEMBER pipeline_serve;
SQL
