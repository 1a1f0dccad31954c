// What the sweep over NULL arguments expects.

#include "null_sweep.h"

#include <algorithm>

namespace jsvm_test {
namespace {

const ContractRow kContract[] = {
#include "contract.inc"
};

std::set<std::string>& SweptNames() {
  static std::set<std::string> names;
  return names;
}

}  // namespace

NullSweep::NullSweep(JSVM_Env env) : env_(env) {}

const std::set<std::string>& NullSweep::Swept() {
  return SweptNames();
}

std::set<std::string> NullSweep::Contract() {
  std::set<std::string> names;
  for (const ContractRow& row : kContract) names.insert(row.name);
  return names;
}

const ContractRow* NullSweep::Begin(const char* name) {
  SweptNames().insert(name);
  const auto* row = std::find_if(std::begin(kContract), std::end(kContract),
                                 [name](const ContractRow& candidate) { return Same(candidate.name, name); });
  if (row != std::end(kContract)) return row;
  Fail(__FILE__, __LINE__, std::string(name) + " is not in the contract");
  return nullptr;
}

void NullSweep::SetLastError() {
  size_t length = 0;
  CHECK_STATUS(OH_JSVM_GetValueStringUtf8(env_, Num(env_, 1), nullptr, 0, &length), kOtherError);
}

void NullSweep::Judge(const ContractRow& row, size_t parameter, JSVM_Status status, JSVM_Status last,
                      bool checks_last) {
  const std::string what = std::string(row.name) + " with parameter " + std::to_string(parameter + 1) + " NULL: ";
  if (status != JSVM_INVALID_ARG) Fail(__FILE__, __LINE__, what + StatusName(status) + ", expected JSVM_INVALID_ARG");
  const JSVM_ExtendedErrorInfo* info = nullptr;
  CHECK_OK(OH_JSVM_GetLastErrorInfo(env_, &info));
  if (checks_last && info->errorCode != last) {
    Fail(__FILE__, __LINE__,
         what + "the last error is " + StatusName(info->errorCode) + ", expected " + StatusName(last));
  }
  if (ExceptionPending(env_)) Fail(__FILE__, __LINE__, what + "stored " + TakeException(env_));
}

void NullSweep::StoreException() {
  CHECK_OK(OH_JSVM_ThrowError(env_, nullptr, "stored before"));
}

void NullSweep::JudgeStored(const ContractRow& row, JSVM_Status status) {
  const std::string what = std::string(row.name) + " while an exception is stored: ";
  const JSVM_Status expected = row.entry == 'J' ? JSVM_PENDING_EXCEPTION : JSVM_INVALID_ARG;
  if (status != expected) Fail(__FILE__, __LINE__, what + StatusName(status) + ", expected " + StatusName(expected));
  const JSVM_ExtendedErrorInfo* info = nullptr;
  CHECK_OK(OH_JSVM_GetLastErrorInfo(env_, &info));
  if (row.entry == 'J' && info->errorCode != expected) {
    Fail(__FILE__, __LINE__, what + "the last error is " + StatusName(info->errorCode));
  }
  const std::string exception = TakeException(env_);
  if (exception != "Error: stored before") Fail(__FILE__, __LINE__, what + "the exception became " + exception);
}

}  // namespace jsvm_test
