// Interceptors of class instances: the property handlers of DefineClassWithPropertyHandler and DefineClassWithOptions.
#ifndef ARKHOST_JSVM_PROPERTY_HANDLERS_H_
#define ARKHOST_JSVM_PROPERTY_HANDLERS_H_

#include "core/entry.h"

namespace jsvm {

// Puts the handlers on the template of the instances; `call_as_function` may be nullptr. The configuration is copied.
// False when the engine refuses (the VM is terminating).
bool SetPropertyHandlers(const JsCall& call, v8::Local<v8::ObjectTemplate> instance,
                         const JSVM_PropertyHandlerConfigurationStruct& configuration, JSVM_Callback call_as_function);

}  // namespace jsvm

#endif  // ARKHOST_JSVM_PROPERTY_HANDLERS_H_
