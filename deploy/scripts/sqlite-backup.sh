#!/usr/bin/env bash
# sqlite-backup.sh FOLDER [KEEP]: a dated copy of the database while it is served, and the newest KEEP of them stay (14).
# PIPELINE is the program (/opt/pipeline/Pipeline.Api.dll), the current folder the one that it serves from.
set -euo pipefail
folder=${1:?into which folder?}
keep=${2:-14}
program=${PIPELINE:-/opt/pipeline/Pipeline.Api.dll}
mkdir -p "$folder"
dotnet "$program" backup "$folder/pipeline-$(date -u +%Y%m%dT%H%M%SZ).db"
# By name, which is by date; only what this script has named.
ls -1 "$folder" | grep -E '^pipeline-[0-9]{8}T[0-9]{6}Z\.db$' | sort -r | tail -n +"$((keep + 1))" | while read -r old; do
    rm -- "$folder/$old"
done
