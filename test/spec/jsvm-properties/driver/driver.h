#ifndef ARKHOST_SPEC_JSVM_PROPERTIES_DRIVER_H
#define ARKHOST_SPEC_JSVM_PROPERTIES_DRIVER_H

// An interpreter of operation lists over the JSVM-API. One call from TypeScript runs a whole list, each operation an
// array of its name and arguments, and returns what each of them answered.

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "ark_runtime/jsvm.h"
#include "napi/native_api.h"

namespace driver {

/** What the operations of one list share: the VM, and the things they made, by number. */
struct Machine {
  napi_env host = nullptr;
  JSVM_VM vm = nullptr;
  JSVM_Env env = nullptr;
  std::vector<JSVM_Value> objects;
  std::vector<JSVM_Ref> references;
  std::vector<JSVM_HandleScope> scopes;
  int finalized = 0;
};

using Arguments = std::vector<napi_value>;
using Operation = std::function<napi_value(Machine&, const Arguments&)>;
using Operations = std::map<std::string, Operation>;

/** The operations of each kind. */
void AddTextOperations(Operations& operations);
void AddNumberOperations(Operations& operations);
void AddObjectOperations(Operations& operations);
void AddClassOperations(Operations& operations);
void AddLifetimeOperations(Operations& operations);
void AddExceptionOperations(Operations& operations);

// Values of the host.
napi_value HostNumber(napi_env host, double value);
napi_value HostText(napi_env host, const std::string& text);
napi_value HostArray(napi_env host, const std::vector<napi_value>& values);
napi_value HostBytes(napi_env host, const void* bytes, size_t size);
double NumberOf(napi_env host, napi_value value);
std::string TextOf(napi_env host, napi_value value);
std::u16string UnitsOf(napi_env host, napi_value value);
std::string BytesOf(napi_env host, napi_value typed_array);

/** The same value in the VM. `["o", n]` is the n-th object. */
JSVM_Value ToVm(Machine& machine, napi_value value);
/** The same value in the host. An object is `["o", n]`, or "object" when it was not made by number. */
napi_value ToHost(Machine& machine, JSVM_Value value);
/** Name of a status, as the models write it. */
napi_value Status(Machine& machine, JSVM_Status status);
/** The status, and the stored exception as text, which is taken. */
napi_value Outcome(Machine& machine, JSVM_Status status);

}  // namespace driver

#endif
