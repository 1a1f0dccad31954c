// The table of conversions.
#ifndef HILOG_TESTS_FORMATS_H_
#define HILOG_TESTS_FORMATS_H_

#include <string>
#include <vector>

// What a format printed, and what it should have.
struct Row {
  std::string name;
  std::string actual;
  std::string expected;
};

std::vector<Row> FormatRows();

#endif  // HILOG_TESTS_FORMATS_H_
