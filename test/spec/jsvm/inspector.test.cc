// The statuses of the inspector's functions. What a client sees is in inspector.spec.ts.

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include "jsvm_test.h"

namespace {

// A port of 127.0.0.1 on which this test listens.
class TakenPort {
 public:
  TakenPort() : socket_(socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof(address);
    CHECK_EQ(bind(socket_, reinterpret_cast<sockaddr*>(&address), size), 0);
    CHECK_EQ(listen(socket_, 1), 0);
    CHECK_EQ(getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &size), 0);
    port_ = ntohs(address.sin_port);
  }
  ~TakenPort() { close(socket_); }
  TakenPort(const TakenPort&) = delete;
  TakenPort& operator=(const TakenPort&) = delete;
  uint16_t port() const { return port_; }

 private:
  int socket_;
  uint16_t port_ = 0;
};

}  // namespace

JSVM_TEST(inspector, OpenInspector_needs_a_host) {
  TestVm vm;
  CHECK_STATUS(OH_JSVM_OpenInspector(vm.env(), nullptr, 0), JSVM_INVALID_ARG);
  CHECK_LAST_ERROR(vm.env(), JSVM_INVALID_ARG);
}

JSVM_TEST(inspector, OpenInspector_is_refused_while_an_exception_is_stored) {
  TestVm vm;
  CHECK_OK(OH_JSVM_ThrowError(vm.env(), nullptr, "stored"));
  CHECK_STATUS(OH_JSVM_OpenInspector(vm.env(), "127.0.0.1", 0), JSVM_PENDING_EXCEPTION);
  CHECK_EQ(TakeException(vm.env()), "Error: stored");
  CHECK_STATUS(OH_JSVM_CloseInspector(vm.env()), JSVM_GENERIC_FAILURE);
}

JSVM_TEST(inspector, OpenInspector_listens_on_loopback_hosts) {
  TestVm vm;
  for (const char* host : {"127.0.0.1", "127.1.2.3", "localhost", "LocalHost", "0.0.0.0"}) {
    CHECK_OK(OH_JSVM_OpenInspector(vm.env(), host, 0));
    CHECK_OK(OH_JSVM_CloseInspector(vm.env()));
  }
}

JSVM_TEST(inspector, OpenInspector_refuses_hosts_that_others_reach) {
  TestVm vm;
  for (const char* host :
       {"192.0.2.1", "128.0.0.1", "example.invalid", "", "2001:db8::1", "127.0.0.1:80", "localhost."}) {
    CHECK_STATUS(OH_JSVM_OpenInspector(vm.env(), host, 0), JSVM_GENERIC_FAILURE);
    CHECK_LAST_ERROR(vm.env(), JSVM_GENERIC_FAILURE);
  }
}

JSVM_TEST(inspector, OpenInspector_fails_on_a_port_in_use) {
  TestVm vm;
  TakenPort taken;
  CHECK_STATUS(OH_JSVM_OpenInspector(vm.env(), "127.0.0.1", taken.port()), JSVM_GENERIC_FAILURE);
  CHECK_STATUS(OH_JSVM_CloseInspector(vm.env()), JSVM_GENERIC_FAILURE);
}

JSVM_TEST(inspector, OpenInspector_again_keeps_the_open_one) {
  TestVm vm;
  TakenPort taken;
  CHECK_OK(OH_JSVM_OpenInspector(vm.env(), "127.0.0.1", 0));
  CHECK_OK(OH_JSVM_OpenInspector(vm.env(), "127.0.0.1", taken.port()));
  CHECK_OK(OH_JSVM_CloseInspector(vm.env()));
  CHECK_STATUS(OH_JSVM_CloseInspector(vm.env()), JSVM_GENERIC_FAILURE);
}

JSVM_TEST(inspector, OpenInspector_opens_one_for_each_env) {
  TestVm vm;
  JSVM_Env second = nullptr;
  REQUIRE_OK(OH_JSVM_CreateEnv(vm.vm(), 0, nullptr, &second));
  CHECK_OK(OH_JSVM_OpenInspector(vm.env(), "127.0.0.1", 0));
  CHECK_OK(OH_JSVM_OpenInspector(second, "127.0.0.1", 0));
  CHECK_OK(OH_JSVM_CloseInspector(vm.env()));
  CHECK_STATUS(OH_JSVM_CloseInspector(vm.env()), JSVM_GENERIC_FAILURE);
  CHECK_OK(OH_JSVM_CloseInspector(second));
  CHECK_OK(OH_JSVM_DestroyEnv(second));
}

JSVM_TEST(inspector, OpenInspector_fails_where_a_snapshot_is_to_be_made) {
  InitOnce();
  JSVM_CreateVMOptions options = {};
  options.isForSnapshotting = true;
  TestVm::Options test_options;
  test_options.vm_options = &options;
  TestVm vm(test_options);
  CHECK_STATUS(OH_JSVM_OpenInspector(vm.env(), "127.0.0.1", 0), JSVM_GENERIC_FAILURE);
  CHECK_STATUS(OH_JSVM_OpenInspectorWithName(vm.env(), 1, nullptr), JSVM_GENERIC_FAILURE);
}

JSVM_TEST(inspector, OpenInspectorWithName_refuses_a_negative_pid) {
  TestVm vm;
  CHECK_STATUS(OH_JSVM_OpenInspectorWithName(vm.env(), -1, "name"), JSVM_INVALID_ARG);
  CHECK_LAST_ERROR(vm.env(), JSVM_INVALID_ARG);
}

JSVM_TEST(inspector, OpenInspectorWithName_needs_no_name) {
  TestVm vm;
  CHECK_OK(OH_JSVM_OpenInspectorWithName(vm.env(), getpid(), nullptr));
  CHECK_OK(OH_JSVM_CloseInspector(vm.env()));
}

JSVM_TEST(inspector, CloseInspector_without_one_is_a_silent_failure) {
  TestVm vm;
  CHECK_STATUS(OH_JSVM_CloseInspector(vm.env()), JSVM_GENERIC_FAILURE);
  CHECK_LAST_ERROR(vm.env(), JSVM_OK);
}

JSVM_TEST(inspector, CloseInspector_lets_another_be_opened) {
  TestVm vm;
  for (int round = 0; round < 3; ++round) {
    CHECK_OK(OH_JSVM_OpenInspector(vm.env(), "127.0.0.1", 0));
    CHECK_OK(OH_JSVM_CloseInspector(vm.env()));
  }
  CHECK_EQ(ToNumber(vm.env(), Run(vm.env(), "6 * 7")), 42);
}

JSVM_TEST(inspector, WaitForDebugger_without_inspector_is_a_silent_failure) {
  TestVm vm;
  CHECK_STATUS(OH_JSVM_WaitForDebugger(vm.env(), true), JSVM_GENERIC_FAILURE);
  CHECK_LAST_ERROR(vm.env(), JSVM_OK);
}

JSVM_TEST(inspector, DestroyEnv_does_not_wait_when_no_client_is_attached) {
  TestVm vm;
  CHECK_OK(OH_JSVM_OpenInspector(vm.env(), "127.0.0.1", 0));
  vm.Close();
}

JSVM_TEST(inspector, console_is_silent_while_no_inspector_is_open) {
  TestVm vm;
  CHECK_EQ(Str(vm.env(), Run(vm.env(), "console.log('never printed')")), "undefined");
  CHECK_OK(OH_JSVM_OpenInspector(vm.env(), "127.0.0.1", 0));
  CHECK_EQ(Str(vm.env(), Run(vm.env(), "console.log('never printed')")), "undefined");
  CHECK_OK(OH_JSVM_CloseInspector(vm.env()));
  CHECK_EQ(Str(vm.env(), Run(vm.env(), "console.log('never printed')")), "undefined");
}
