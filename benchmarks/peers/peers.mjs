// Publicodes and GoRules ZEN on the two clauses of 办法.policy: subjects of a file of JSON lines, one decision each.
// usage: node peers.mjs FILE SECONDS     prints per engine: name, decisions/s, the sum of all amounts in yuan
import fs from "node:fs";
import Publicodes from "publicodes";
import { ZenEngine } from "@gorules/zen-engine";

const [file, seconds] = [process.argv[2], Number(process.argv[3])];
const subjects = fs.readFileSync(file, "utf8").split("\n").filter(Boolean)
  .map(line => JSON.parse(line).企业).map(s => ({ cost: Number(s.研发费用), people: Number(s.研发人员数) }));

const publicodes = new Publicodes({
  cost: null,
  people: null,
  capped: { valeur: "cost * 10%", plafond: 1000000 },
  tier: { variations: [
    { si: "people < 20", alors: 10000 }, { si: "people < 50", alors: 30000 }, { si: "people < 100", alors: 50000 }, { sinon: 100000 },
  ] },
  total: { somme: ["capped", "tier"] },
});
const byPublicodes = subject => {
  publicodes.setSituation({ cost: subject.cost, people: subject.people });
  return publicodes.evaluate("total").nodeValue;
};

// One decision: an expression and a table, whose amounts are added up.
const zen = new ZenEngine().createDecision({
  nodes: [
    { id: "in", name: "in", type: "inputNode" },
    { id: "capped", name: "capped", type: "expressionNode", content: { passThrough: true,
      expressions: [{ id: "e1", key: "capped", value: "min([cost * 0.1, 1000000])" }] } },
    { id: "tier", name: "tier", type: "decisionTableNode", content: { passThrough: true, hitPolicy: "first",
      inputs: [{ id: "i", name: "people", field: "people" }], outputs: [{ id: "o", name: "tier", field: "tier" }],
      rules: [["< 20", "10000"], ["< 50", "30000"], ["< 100", "50000"], ["", "100000"]]
        .map(([i, o], index) => ({ _id: `r${index}`, i, o })) } },
    { id: "sum", name: "sum", type: "expressionNode", content: { expressions: [{ id: "e2", key: "total", value: "capped + tier" }] } },
    { id: "out", name: "out", type: "outputNode" },
  ],
  edges: [["in", "capped"], ["capped", "tier"], ["tier", "sum"], ["sum", "out"]]
    .map(([sourceId, targetId], index) => ({ id: `edge${index}`, sourceId, targetId, type: "edge" })),
});
const byZen = async subject => Number((await zen.evaluate(subject)).result.total);

await measure("publicodes", byPublicodes);
await measure("zen-engine", byZen);

async function measure(name, decide) {
  // Sums in fen: nothing is rounded on the way.
  let fen = 0;
  for (const subject of subjects) fen += Math.round((await decide(subject)) * 100);
  let count = 0;
  const begin = performance.now();
  while (performance.now() - begin < seconds * 1000)
    for (let i = 0; i < 50; i++) { await decide(subjects[count++ % subjects.length]); }
  console.log(name, Math.round(count / (performance.now() - begin) * 1000), (fen / 100).toFixed(2));
}
