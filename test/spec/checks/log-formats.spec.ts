import assert from 'node:assert/strict';
import test from 'node:test';
import { logFormatFindings } from '../../checks/log-formats.ts';

const LIMIT = { timeout: 10_000 };

test('log-format-findings-accepts-public-private-and-percent-signs', LIMIT, () => {
  const source =
    'OH_LOG_INFO(LOG_APP, "%{public}d %{private}s 100%%");\nOH_LOG_INFO(LOG_APP, "%{public}" PRId64, n);\n';
  assert.deepEqual(logFormatFindings(source), []);
});

test('log-format-findings-reports-a-missing-qualifier', LIMIT, () => {
  const [finding, ...rest] = logFormatFindings('int a;\nOH_LOG_INFO(LOG_APP,\n            "total %d", a);\n');
  assert.equal(finding?.line, 3);
  assert.match(finding?.message ?? '', /without qualifier in "total %d"/);
  assert.deepEqual(rest, []);
});

test('log-format-findings-reports-a-misspelt-qualifier', LIMIT, () => {
  const [finding] = logFormatFindings('OH_LOG_Print(LOG_APP, LOG_INFO, 0, "T", "%{pubic}d", a);');
  assert.match(finding?.message ?? '', /the qualifier \{pubic\}/);
});

test('log-format-findings-leaves-other-calls-alone', LIMIT, () => {
  assert.deepEqual(logFormatFindings('printf("%d", a);'), []);
});
