// Native code that says what is not so, or says too much.
#include <chrono>
#include <cstdio>
#include <string>
#include <thread>

#include <unistd.h>

#include "faults.h"

namespace {

const std::string kLine = std::string(127, '#') + "\n";

void Flood(FILE* stream) {
  for (int line = 0; line < 16384; line++) fputs(kLine.c_str(), stream);
  fflush(stream);
}

void FloodOutput() {
  Flood(stdout);
}

void FloodErrors() {
  Flood(stderr);
}

// What a runner on a device prints when all is well.
void FakeReport() {
  puts("OHOS_REPORT_STATUS_CODE: 0");
  puts("OHOS_REPORT_RESULT: stream=Tests run: 99, Failure: 0, Error: 0, Pass: 99, Ignore: 0");
  puts("OHOS_REPORT_CODE: 0");
  puts("TestFinished-ResultCode: 0");
  puts("99 passed, 0 failed");
  puts("{\"type\":\"finished\",\"findings\":[]}");
  fflush(stdout);
}

// It writes on when the case is over, and while the process ends.
void WriteLater() {
  std::thread([] {
    for (;;) {
      fputs("written by a thread\n", stdout);
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
  }).detach();
}

// As after the second close() of a file: the number may be somebody else's by now.
void CloseForeignFiles() {
  for (int file = 3; file < 64; file++) close(file);
}

}  // namespace

const Fault kLies[] = {
    {"floodOutput", FloodOutput},
    {"floodErrors", FloodErrors},
    {"fakeReport", FakeReport},
    {"writeLater", WriteLater},
    {"closeForeignFiles", CloseForeignFiles},
    {nullptr, nullptr},
};
