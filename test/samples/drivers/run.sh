# Runs each sample of a folder in a process of its own, after a reset of the sandbox's state. Writes what it printed and its status.
for sample in *.sh; do
  curl -sS -o reset.json -H "content-type: application/json" -d '{"scope":"state"}' "$PANDAPON_BASE_URL/sandbox/reset"
  bash "$sample" >"${sample%.sh}.out" 2>"${sample%.sh}.err"
  echo $? >"${sample%.sh}.status"
done
