// The JS values that are tried, and what is looked at after each call.

#include "argument_fuzz.h"

#include <algorithm>

#include "null_sweep.h"

namespace jsvm_test {
namespace {

constexpr size_t kSample = 1500;
constexpr int kReported = 5;
// Of the call before, so that a last error that is set can be told from one that is not.
constexpr JSVM_Status kOtherError = JSVM_INVALID_TYPE;

struct ValueKind {
  const char* source;
  uint32_t traits;
};

constexpr uint32_t kText = kString | kNoBigint;
constexpr uint32_t kPlain = kObject | kNoBigint;
constexpr uint32_t kFunction = kObject | kCallable | kNoBigint;

const ValueKind kKinds[] = {
    {"undefined", kUndefined},
    {"null", kNull},
    {"true", kBoolean},
    {"0", kNumber},
    {"-0", kNumber},
    {"NaN", kNumber},
    {"-Infinity", kNumber},
    {"1e300", kNumber},
    {"4294967295.5", kNumber},
    {"''", kString},
    {"'123'", kString},
    {"'text'", kText},
    {"'\\ud800'", kText},
    {"'\\0x'", kText},
    {"'['.repeat(20000)", kText},
    {"'__proto__'", kText},
    {"Symbol()", kSymbol},
    {"Symbol.iterator", kSymbol},
    {"0n", kBigint},
    {"-(2n ** 70n)", kBigint},
    {"({})", kPlain},
    {"Object.freeze({ a: 1 })", kPlain},
    {"Object.create(null)", kObject | kNoPrimitive},
    {"({ toString() { throw 1 }, valueOf() { throw 2 } })", kObject | kNoPrimitive},
    {"({ toString: () => ({}), valueOf: 1 })", kObject | kNoPrimitive},
    {"[]", kObject | kArray},
    {"[1, , 'x']", kPlain | kArray},
    {"function () {}", kFunction | kConstructor},
    {"() => 1", kFunction},
    {"function () { throw new Error('called') }", kFunction | kConstructor | kCalled},
    {"class {}", kFunction | kConstructor},
    {"function* () {}", kFunction},
    {"(function () {}).bind(null)", kFunction | kConstructor},
    {"new Proxy({}, {})", kPlain | kProxy},
    {"new Proxy(function () {}, {})", kFunction | kConstructor | kProxy},
    {"new Proxy({}, new Proxy({}, { get() { throw new Error('trap') } }))", kObject | kProxy | kTraps | kNoPrimitive},
    {"(() => { const { proxy, revoke } = Proxy.revocable({}, {}); revoke(); return proxy })()",
     kObject | kProxy | kTraps | kNoPrimitive},
    {"new ArrayBuffer(16)", kPlain | kArrayBuffer},
    {"new ArrayBuffer(0)", kPlain | kArrayBuffer},
    {"(() => { const b = new ArrayBuffer(16); b.transfer(); return b })()", kPlain | kArrayBuffer | kDetached},
    {"new SharedArrayBuffer(16)", kPlain | kShared},
    {"new Uint8Array(16)", kPlain | kTypedArray | kFull},
    {"new BigInt64Array(0)", kObject | kTypedArray},
    {"new DataView(new ArrayBuffer(16))", kPlain | kDataView},
    {"new Date(0)", kPlain | kDate},
    {"new Date(NaN)", kPlain | kDate},
    {"/a/y", kPlain},
    {"new Map()", kPlain},
    {"new WeakSet()", kPlain},
    {"Promise.resolve(1)", kPlain | kPromise},
    {"new Promise(() => {})", kPlain | kPromise},
    {"new RangeError('e')", kPlain},
    {"Object(1)", kPlain},
    {"Object('text')", kPlain},
    {"Object(Symbol())", kPlain | kWrapsSymbol},
    {"Object(1n)", kObject | kWrapsBigint | kNoJson},
    {"(() => { const o = {}; o.o = o; return o })()", kPlain | kNoJson},
    {"new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]))", kPlain | kWasm},
};
// The one value that no script can make: an external.
constexpr size_t kExternalKind = std::size(kKinds);

const ContractRow kContract[] = {
#include "contract.inc"
};

std::set<std::string>& FuzzedNames() {
  static std::set<std::string> names;
  return names;
}

}  // namespace

ArgumentFuzz::ArgumentFuzz(JSVM_Env env) : env_(env) {
  CHECK_OK(OH_JSVM_GetVM(env, &vm_));
  for (const ValueKind& kind : kKinds) {
    const std::string source = "() => (" + std::string(kind.source) + ")";
    makers_.push_back(jsvm_test::Run(env, source.c_str()));
  }
}

const std::set<std::string>& ArgumentFuzz::Fuzzed() {
  return FuzzedNames();
}

JSVM_Value ArgumentFuzz::Make(size_t kind) {
  JSVM_Value value = nullptr;
  if (kind == kExternalKind) {
    static int data = 0;
    CHECK_OK(OH_JSVM_CreateExternal(env_, &data, nullptr, nullptr, &value));
  } else {
    CHECK_OK(OH_JSVM_CallFunction(env_, makers_[kind], makers_[kind], 0, nullptr, &value));
  }
  return value;
}

int64_t ArgumentFuzz::KindOf(std::string_view source) {
  for (size_t kind = 0; kind < Kinds(); ++kind) {
    if (source == SourceOf(kind)) return static_cast<int64_t>(kind);
  }
  Fail(__FILE__, __LINE__, "no value is made by " + std::string(source));
  return -1;
}

size_t ArgumentFuzz::Kinds() {
  return kExternalKind + 1;
}

const char* ArgumentFuzz::SourceOf(size_t kind) {
  return kind == kExternalKind ? "an external" : kKinds[kind].source;
}

uint32_t ArgumentFuzz::TraitsOf(size_t kind) {
  return kind == kExternalKind ? kObject | kExternal | kNoPrimitive : kKinds[kind].traits;
}

bool ArgumentFuzz::Begin(const char* name) {
  const auto* row = std::find_if(std::begin(kContract), std::end(kContract),
                                 [name](const ContractRow& candidate) { return Same(candidate.name, name); });
  if (row == std::end(kContract)) {
    Fail(__FILE__, __LINE__, std::string(name) + " is not in the contract");
    return false;
  }
  FuzzedNames().insert(name);
  name_ = name;
  entry_ = row->entry;
  optional_ = row->optional;
  // The same sample whatever ran before.
  std::seed_seq seed(name_.begin(), name_.end());
  random_.seed(seed);
  outs_.clear();
  failures_ = 0;
  return true;
}

std::vector<std::vector<size_t>> ArgumentFuzz::Picks(const std::vector<size_t>& sizes) {
  size_t all = 1;
  for (size_t size : sizes) all *= size;
  std::vector<std::vector<size_t>> picks(std::min(all, kSample));
  for (size_t n = 0; n < picks.size(); ++n) {
    size_t rest = n;
    for (size_t size : sizes) {
      // In a sample the first choice, which is a valid env or out parameter, is taken more often than the others.
      const bool first = all > kSample && size <= 3 && random_() % 4 != 0;
      picks[n].push_back(all <= kSample ? rest % size : first ? 0 : random_() % size);
      rest /= size;
    }
  }
  return picks;
}

std::string ArgumentFuzz::Text(std::initializer_list<std::string> labels) const {
  std::string text = name_ + "(";
  for (const std::string& label : labels) text += (text.back() == '(' ? "" : ", ") + label;
  return text + ")";
}

bool ArgumentFuzz::Prepare(const Rule& rule, Expect& expect, bool stored) {
  const bool takes_handle = entry_ != 'G' && !optional_.empty() && optional_[0] == '0' && !expect.arguments().empty();
  if (takes_handle) {
    expect.FailIf(expect.null(0), JSVM_INVALID_ARG);
    if (entry_ == 'J') expect.FailIf(stored, JSVM_PENDING_EXCEPTION);
  }
  rule(expect);
  for (Slot& slot : slots_) std::memset(slot.bytes, Slot::kPattern, sizeof(slot.bytes));
  return !expect.skipped();
}

void ArgumentFuzz::BeforeCall(bool stored) {
  if (stored) CHECK_OK(OH_JSVM_ThrowError(env_, nullptr, "stored before"));
  JSVM_Value target = nullptr;
  CHECK_STATUS(OH_JSVM_ProxyGetTarget(env_, makers_[0], &target), kOtherError);
}

void ArgumentFuzz::Judge(const std::string& text, const Expect& expect, bool stored, JSVM_Status status) {
  std::vector<std::string> findings;
  const JSVM_ExtendedErrorInfo* info = nullptr;
  CHECK_OK(OH_JSVM_GetLastErrorInfo(env_, &info));
  const JSVM_Status last = info->errorCode;
  const JSVM_Status expected = expect.status();
  if (status != expected) findings.push_back(StatusName(status) + ", expected " + StatusName(expected));

  // What does not get an env cannot write into its last error.
  const bool keeps_last = !expect.takes_env() || expect.null(0) || expect.silent();
  const JSVM_Status kept = entry_ == 'J' && !expect.null(0) ? JSVM_OK : kOtherError;  // J calls reset it first
  const JSVM_Status expected_last = keeps_last ? kept : expected;
  if (last != expected_last && !expect.last_error_is_free()) {
    findings.push_back("last error " + StatusName(last) + ", expected " + StatusName(expected_last));
  }

  const bool pending = ExceptionPending(env_);
  const bool expected_pending = !expect.takes() && (stored || expect.stores());
  if (pending != expected_pending) {
    findings.push_back(pending ? "stored " + TakeException(env_) : "no exception is stored");
  } else if (pending) {
    JSVM_Value exception = nullptr;
    CHECK_OK(OH_JSVM_GetAndClearLastException(env_, &exception));
    if (stored && Str(env_, exception) != "Error: stored before") findings.push_back("the exception was replaced");
  }

  for (size_t place : outs_) {
    if (expect.null(place)) continue;
    const bool untouched = slots_[place].untouched();
    if (status != JSVM_OK && !untouched && !expect.written(place)) {
      findings.push_back("parameter " + std::to_string(place + 1) + " was written");
    }
    if (status == JSVM_OK && untouched && optional_[place] == '0' && !expect.left(place)) {
      findings.push_back("parameter " + std::to_string(place + 1) + " was not written");
    }
  }
  if (after_) after_(status, slots_);

  for (const std::string& finding : findings) {
    if (++failures_ > kReported) continue;
    Fail(__FILE__, __LINE__, text + (stored ? " with an exception stored: " : ": ") + finding);
  }
}

}  // namespace jsvm_test
