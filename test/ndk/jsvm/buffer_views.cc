// Typed arrays and DataViews.
#include "core/entry.h"
#include "core/error.h"

namespace jsvm {

namespace {

template <typename View>
v8::Local<v8::TypedArray> Make(v8::Local<v8::ArrayBuffer> buffer, size_t offset, size_t length) {
  return View::New(buffer, offset, length);
}

template <bool (v8::Value::*predicate)() const>
bool Is(const v8::Value* value) {
  return (value->*predicate)();
}

// One row per JSVM_TypedarrayType, in the order of its values.
struct ViewType {
  const char* name;
  size_t element;  // bytes
  v8::Local<v8::TypedArray> (*make)(v8::Local<v8::ArrayBuffer> buffer, size_t offset, size_t length);
  bool (*is)(const v8::Value* value);
};

constexpr ViewType kViewTypes[] = {
    {"Int8Array", 1, Make<v8::Int8Array>, Is<&v8::Value::IsInt8Array>},
    {"Uint8Array", 1, Make<v8::Uint8Array>, Is<&v8::Value::IsUint8Array>},
    {"Uint8ClampedArray", 1, Make<v8::Uint8ClampedArray>, Is<&v8::Value::IsUint8ClampedArray>},
    {"Int16Array", 2, Make<v8::Int16Array>, Is<&v8::Value::IsInt16Array>},
    {"Uint16Array", 2, Make<v8::Uint16Array>, Is<&v8::Value::IsUint16Array>},
    {"Int32Array", 4, Make<v8::Int32Array>, Is<&v8::Value::IsInt32Array>},
    {"Uint32Array", 4, Make<v8::Uint32Array>, Is<&v8::Value::IsUint32Array>},
    {"Float32Array", 4, Make<v8::Float32Array>, Is<&v8::Value::IsFloat32Array>},
    {"Float64Array", 8, Make<v8::Float64Array>, Is<&v8::Value::IsFloat64Array>},
    {"BigInt64Array", 8, Make<v8::BigInt64Array>, Is<&v8::Value::IsBigInt64Array>},
    {"BigUint64Array", 8, Make<v8::BigUint64Array>, Is<&v8::Value::IsBigUint64Array>},
};
static_assert(std::size(kViewTypes) == JSVM_BIGUINT64_ARRAY + 1);

// Index of the type of a view, the number of rows for kinds that the API has no name for (Float16Array). Unrolled,
// since each predicate is a short call.
template <size_t... kIndices>
size_t TypeOf(const v8::Value* value, std::index_sequence<kIndices...>) {
  size_t index = 0;
  static_cast<void>(((index = kIndices, kViewTypes[kIndices].is(value)) || ... || (++index, true)));
  return index;
}

// Throws a RangeError; the status is the one of the function, which differs.
JSVM_Status RefuseRange(const JsCall& call, const char* message, const char* code, JSVM_Status status) {
  ThrowWithCode(call, v8::Exception::RangeError, message, code);
  return call.Fail(status);
}

JSVM_Status RefuseAlignment(const JsCall& call, const ViewType& type) {
  std::string message =
      "start offset of " + std::string(type.name) + " should be a multiple of " + std::to_string(type.element);
  return RefuseRange(call, message.c_str(), "ERR_JSVM_INVALID_TYPEDARRAY_ALIGNMENT", JSVM_GENERIC_FAILURE);
}

// The outs that both kinds of view have.
void Describe(const NativeCall& call, v8::Local<v8::ArrayBufferView> view, void** data, JSVM_Value* arraybuffer,
              size_t* byte_offset) {
  size_t offset = data != nullptr || byte_offset != nullptr ? view->ByteOffset() : 0;
  if (data != nullptr || arraybuffer != nullptr) {
    v8::Local<v8::ArrayBuffer> buffer = view->Buffer();
    if (data != nullptr) {
      auto* start = static_cast<char*>(buffer->Data());
      *data = start == nullptr ? nullptr : start + offset;
    }
    if (arraybuffer != nullptr) *arraybuffer = call.Out(buffer);
  }
  if (byte_offset != nullptr) *byte_offset = offset;
}

}  // namespace

}  // namespace jsvm

JSVM_Status OH_JSVM_CreateTypedarray(JSVM_Env env, JSVM_TypedarrayType type, size_t length, JSVM_Value arraybuffer,
                                     size_t byteOffset, JSVM_Value* result) {
  using namespace jsvm;
  JsCall call(env);
  if (!call) return call.status();
  if (AnyNull(arraybuffer, result)) return call.Fail(JSVM_INVALID_ARG);
  v8::Local<v8::Value> value = call.In(arraybuffer);
  if (!value->IsArrayBuffer()) return call.Fail(JSVM_INVALID_ARG);
  size_t index = static_cast<size_t>(type);
  if (index >= std::size(kViewTypes)) return call.Fail(JSVM_INVALID_ARG);
  const ViewType& row = kViewTypes[index];
  v8::Local<v8::ArrayBuffer> buffer = value.As<v8::ArrayBuffer>();
  if (byteOffset % row.element != 0) return RefuseAlignment(call, row);
  // The sum may wrap for absurd lengths, which the engine then answers by ending the process, as on the device.
  if (length * row.element + byteOffset > buffer->ByteLength()) {
    return RefuseRange(call, "Invalid typed array length", "ERR_JSVM_INVALID_TYPEDARRAY_LENGTH", JSVM_GENERIC_FAILURE);
  }
  *result = call.Out(row.make(buffer, byteOffset, length));
  return call.Ok();
}

JSVM_Status OH_JSVM_GetTypedarrayInfo(JSVM_Env env, JSVM_Value typedarray, JSVM_TypedarrayType* type, size_t* length,
                                      void** data, JSVM_Value* arraybuffer, size_t* byteOffset) {
  using namespace jsvm;
  VmCall call(env);
  if (!call) return JSVM_INVALID_ARG;
  if (typedarray == nullptr) return call.Fail(JSVM_INVALID_ARG);
  v8::Local<v8::Value> value = call.In(typedarray);
  if (!value->IsTypedArray()) return call.Fail(JSVM_INVALID_ARG);
  v8::Local<v8::TypedArray> view = value.As<v8::TypedArray>();
  if (type != nullptr) {
    size_t index = TypeOf(*value, std::make_index_sequence<std::size(kViewTypes)>());
    if (index < std::size(kViewTypes)) *type = static_cast<JSVM_TypedarrayType>(index);
  }
  if (length != nullptr) *length = view->Length();
  Describe(call, view, data, arraybuffer, byteOffset);
  return call.Ok();
}

JSVM_Status OH_JSVM_CreateDataview(JSVM_Env env, size_t length, JSVM_Value arraybuffer, size_t byteOffset,
                                   JSVM_Value* result) {
  using namespace jsvm;
  JsCall call(env);
  if (!call) return call.status();
  if (AnyNull(arraybuffer, result)) return call.Fail(JSVM_INVALID_ARG);
  v8::Local<v8::Value> value = call.In(arraybuffer);
  if (!value->IsArrayBuffer()) return call.Fail(JSVM_INVALID_ARG);
  v8::Local<v8::ArrayBuffer> buffer = value.As<v8::ArrayBuffer>();
  size_t size = buffer->ByteLength();
  if (byteOffset > size || length > size - byteOffset) {
    return RefuseRange(call,
                       "byte_offset + byte_length should be less than or equal to the size in bytes of the array "
                       "passed in",
                       "ERR_JSVM_INVALID_DATAVIEW_ARGS", JSVM_PENDING_EXCEPTION);
  }
  *result = call.Out(v8::DataView::New(buffer, byteOffset, length));
  return call.Ok();
}

JSVM_Status OH_JSVM_GetDataviewInfo(JSVM_Env env, JSVM_Value dataview, size_t* bytelength, void** data,
                                    JSVM_Value* arraybuffer, size_t* byteOffset) {
  using namespace jsvm;
  VmCall call(env);
  if (!call) return JSVM_INVALID_ARG;
  if (dataview == nullptr) return call.Fail(JSVM_INVALID_ARG);
  v8::Local<v8::Value> value = call.In(dataview);
  if (!value->IsDataView()) return call.Fail(JSVM_INVALID_ARG);
  v8::Local<v8::DataView> view = value.As<v8::DataView>();
  if (bytelength != nullptr) *bytelength = view->ByteLength();
  Describe(call, view, data, arraybuffer, byteOffset);
  return call.Ok();
}
