// What `convert` can make of an input, and where it goes.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "model/fiscal_year.hpp"
#include "model/form.hpp"
#include "pipeline/batch.hpp"
#include "pipeline/convert.hpp"
#include "pipeline/output_file.hpp"
#include "pipeline/output_plan.hpp"

namespace torimatome::pipeline {

/// One value of --to.
struct Target {
    std::string name;
    std::string extension;
    bool lines = false;     ///< several results can follow each other in one output (NDJSON)
    bool workbook = false;  ///< a workbook, which is written to a file by the program itself
    bool mappings = true;   ///< whether forms are needed
    bool cp932 = false;     ///< text in code page 932
};

/// The target named `name`, which is one of json, tables, csv, csv-cp932 and xlsx.
const Target& find_target(const std::string& name);

/// What a worker does with an input. `one_line` is for results that follow each other in one output.
InputAction conversion_action(const Target& target, const Mappings& mappings, const ReadSettings& settings,
                              bool one_line);

/// Takes the results of a conversion to where they belong.
class ConversionOutput {
  public:
    ConversionOutput(const Target& target, const OutputPlan& plan, const Mappings& mappings)
        : target_(target), plan_(plan), mappings_(mappings) {}

    /// Throws Error (code "output.failed").
    void add(const std::string& input_name, InputResult& result);

    /// Ends what several results went into. Throws Error (code "output.failed").
    void finish();

  private:
    void write_workbook(const std::string& input_name, const std::string& json,
                        const std::filesystem::path& file) const;

    const Target& target_;
    const OutputPlan& plan_;
    const Mappings& mappings_;
    std::unique_ptr<OutputFile> single_;  ///< made with the first result, so that a run without one leaves no file
};

}  // namespace torimatome::pipeline
