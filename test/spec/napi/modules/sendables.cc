// Sendable objects and serialising.
#include "harness.h"

using tests::Number;
using tests::Run;
using tests::Str;
using tests::TakeException;
using tests::Text;

namespace {

int native = 0;
int finalized = 0;

void Finalize(napi_env, void*, void*) {
  ++finalized;
}

napi_value Construct(napi_env env, napi_callback_info info) {
  size_t argc = 1;
  napi_value argument = nullptr;
  napi_value self = nullptr;
  CHECK_OK(napi_get_cb_info(env, info, &argc, &argument, &self, nullptr));
  CHECK_OK(napi_set_named_property(env, self, "count", argument));
  return self;
}

napi_value Double(napi_env env, napi_callback_info info) {
  napi_value self = nullptr;
  napi_value count = nullptr;
  double value = 0;
  CHECK_OK(napi_get_cb_info(env, info, nullptr, nullptr, &self, nullptr));
  CHECK_OK(napi_get_named_property(env, self, "count", &count));
  CHECK_OK(napi_get_value_double(env, count, &value));
  return Number(env, value * 2);
}

napi_value DefineCounter(napi_env env, napi_value parent = nullptr) {
  const napi_property_descriptor members[] = {
      {"count", nullptr, nullptr, nullptr, nullptr, Number(env, 0), napi_default_jsproperty, nullptr},
      {"double", nullptr, Double, nullptr, nullptr, nullptr, napi_default_method, nullptr},
  };
  napi_value type = nullptr;
  CHECK_OK(napi_define_sendable_class(env, "Counter", NAPI_AUTO_LENGTH, Construct, nullptr, 2, members, parent, &type));
  return type;
}

napi_value SealedObject(napi_env env) {
  const napi_property_descriptor property = {
      "a", nullptr, nullptr, nullptr, nullptr, Number(env, 1), napi_default_jsproperty, nullptr};
  napi_value object = nullptr;
  CHECK_OK(napi_create_sendable_object_with_properties(env, 1, &property, &object));
  return object;
}

bool IsSendable(napi_env env, napi_value value) {
  bool result = false;
  CHECK_OK(napi_is_sendable(env, value, &result));
  return result;
}

napi_value Copy(napi_env env, napi_value value, napi_value transfer = nullptr) {
  void* data = nullptr;
  napi_value copy = nullptr;
  const napi_value undefined = Run(env, "undefined");
  CHECK_OK(napi_serialize(env, value, transfer == nullptr ? undefined : transfer, undefined, &data));
  if (data == nullptr) return undefined;
  CHECK_OK(napi_deserialize(env, data, &copy));
  CHECK_OK(napi_delete_serialization_data(env, data));
  return copy;
}

}  // namespace

NAPI_TEST(is_sendable, primitives_and_marked_objects) {
  CHECK(IsSendable(env, Number(env, 1)));
  CHECK(IsSendable(env, Text(env, "text")));
  CHECK(!IsSendable(env, Run(env, "({})")));
  CHECK(IsSendable(env, SealedObject(env)));
}

NAPI_TEST(sendable_class, instances_are_sealed) {
  tests::SetGlobal(env, "Counter", DefineCounter(env));
  CHECK_TEXT(Str(env, Run(env, "const c1 = new Counter(4); c1.double() + ',' + Object.isSealed(c1)")), "8,true");
  CHECK(IsSendable(env, Run(env, "new Counter(1)")));
}

NAPI_TEST(sendable_class, inherits) {
  tests::SetGlobal(env, "Base", DefineCounter(env));
  tests::SetGlobal(env, "Derived", DefineCounter(env, Run(env, "Base")));
  CHECK_TEXT(Str(env, Run(env, "const d1 = new Derived(3); [d1 instanceof Base, d1.double()].join()")), "true,6");
}

NAPI_TEST(sendable_class, needs_new) {
  tests::SetGlobal(env, "Plain", DefineCounter(env));
  CHECK_TEXT(Str(env, Run(env, "try { Plain(); } catch (error) { error.name; }")), "TypeError");
}

NAPI_TEST(sendable_class, fields_must_be_sendable) {
  const napi_property_descriptor field = {
      "field", nullptr, nullptr, nullptr, nullptr, Run(env, "({})"), napi_default_jsproperty, nullptr};
  napi_value type = nullptr;
  CHECK_STATUS(napi_define_sendable_class(env, "Bad", NAPI_AUTO_LENGTH, Construct, nullptr, 1, &field, nullptr, &type),
               napi_invalid_arg);
}

NAPI_TEST(sendable_object, is_sealed) {
  tests::SetGlobal(env, "sealed", SealedObject(env));
  CHECK_TEXT(Str(env, Run(env, "sealed.b = 1; sealed.a = 2; JSON.stringify(sealed)")), R"({"a":2})");
}

NAPI_TEST(wrap_sendable, gives_the_native_object_back) {
  finalized = 0;
  const napi_value object = SealedObject(env);
  void* data = nullptr;
  CHECK_OK(napi_wrap_sendable_with_size(env, object, &native, Finalize, nullptr, 64));
  CHECK_OK(napi_unwrap_sendable(env, object, &data));
  CHECK(data == &native);
  CHECK_STATUS(napi_wrap_sendable(env, object, &native, Finalize, nullptr), napi_invalid_arg);
  CHECK_OK(napi_remove_wrap_sendable(env, object, &data));
  CHECK_STATUS(napi_unwrap_sendable(env, object, &data), napi_invalid_arg);
  CHECK(finalized == 0);
}

NAPI_TEST(wrap_sendable, needs_a_sendable_object) {
  void* data = nullptr;
  CHECK_STATUS(napi_wrap_sendable(env, Run(env, "({})"), &native, Finalize, nullptr), napi_object_expected);
  CHECK_STATUS(napi_unwrap_sendable(env, Number(env, 1), &data), napi_object_expected);
}

NAPI_TEST(sendable_arrays, are_sendable) {
  napi_value value = nullptr;
  void* data = nullptr;
  CHECK_OK(napi_create_sendable_array(env, &value));
  CHECK(IsSendable(env, value));
  CHECK_OK(napi_create_sendable_array_with_length(env, 3, &value));
  CHECK_TEXT(tests::Get(env, value, "length"), "3");
  CHECK_OK(napi_create_sendable_arraybuffer(env, 8, &data, &value));
  CHECK(data != nullptr);
  napi_value view = nullptr;
  CHECK_OK(napi_create_sendable_typedarray(env, napi_uint16_array, 4, value, 0, &view));
  CHECK(IsSendable(env, view));
  CHECK_STATUS(napi_create_sendable_typedarray(env, napi_uint8_array, 4, Run(env, "new ArrayBuffer(8)"), 0, &view),
               napi_arraybuffer_expected);
}

NAPI_TEST(strong_sendable_reference, takes_sendables_only) {
  napi_sendable_ref reference = nullptr;
  napi_value value = nullptr;
  CHECK_STATUS(napi_create_strong_sendable_reference(env, Run(env, "({})"), &reference), napi_invalid_arg);
  CHECK_OK(napi_create_strong_sendable_reference(env, SealedObject(env), &reference));
  CHECK_OK(napi_get_strong_sendable_reference_value(env, reference, &value));
  CHECK(IsSendable(env, value));
  CHECK_OK(napi_delete_strong_sendable_reference(env, reference));
}

NAPI_TEST(serialize, copies_structures) {
  tests::SetGlobal(env, "copy",
                   Copy(env, Run(env, "({ a: [1, 'two', { b: 3n }], d: new Date(5), m: new Map([[1, 2]]) })")));
  CHECK_TEXT(Str(env, Run(env, "[copy.a[1], copy.a[2].b, copy.d.getTime(), copy.m.get(1)].join()")), "two,3,5,2");
}

NAPI_TEST(serialize, functions_cannot_go) {
  void* data = nullptr;
  const napi_value undefined = Run(env, "undefined");
  CHECK_STATUS(napi_serialize(env, Run(env, "() => 1"), undefined, undefined, &data), napi_pending_exception);
  CHECK(TakeException(env).find("could not be cloned") != std::string::npos);
}

NAPI_TEST(serialize, transfers_buffers) {
  const napi_value buffer = Run(env, "globalThis.moved = new Uint8Array([1, 2, 3]).buffer");
  const napi_value list = Run(env, "[moved]");
  tests::SetGlobal(env, "copy", Copy(env, buffer, list));
  CHECK_TEXT(Str(env, Run(env, "moved.byteLength + ':' + new Uint8Array(copy).join()")), "0:1,2,3");
}

NAPI_TEST(serialize, lists_must_be_arrays) {
  void* data = nullptr;
  const napi_value undefined = Run(env, "undefined");
  CHECK_STATUS(napi_serialize(env, Number(env, 1), Number(env, 1), undefined, &data), napi_invalid_arg);
  CHECK_STATUS(napi_serialize(env, Number(env, 1), Run(env, "[1]"), undefined, &data), napi_invalid_arg);
}

NAPI_TEST(serialize, sendables_keep_mark_and_native_object) {
  finalized = 0;
  const napi_value object = SealedObject(env);
  CHECK_OK(napi_wrap_sendable(env, object, &native, Finalize, nullptr));
  const napi_value copy = Copy(env, object);
  void* data = nullptr;
  CHECK(IsSendable(env, copy));
  CHECK_OK(napi_unwrap_sendable(env, copy, &data));
  CHECK(data == &native);
  CHECK_TEXT(tests::Get(env, copy, "a"), "1");
  CHECK(finalized == 0);
}

NAPI_TEST(native_binding, detaches_and_attaches) {
  const auto detach = [](napi_env, void* object, void* given) -> void* {
    CHECK(object == &native);
    return given;
  };
  const auto attach = [](napi_env inner, void* object, void* given) -> napi_value {
    CHECK(object == given);
    return Run(inner, "({ attached: true })");
  };
  const napi_value object = Run(env, "({ attached: false })");
  static int hint = 0;
  CHECK_OK(napi_coerce_to_native_binding_object(env, object, detach, attach, &native, &hint));
  CHECK_TEXT(tests::Get(env, Copy(env, object), "attached"), "true");
}

NAPI_TEST(native_binding, needs_an_object) {
  const auto detach = [](napi_env, void* object, void*) -> void* { return object; };
  const auto attach = [](napi_env, void*, void*) -> napi_value { return nullptr; };
  CHECK_STATUS(napi_coerce_to_native_binding_object(env, Number(env, 1), detach, attach, &native, nullptr),
               napi_object_expected);
}
