// The door: the one class that JavaScript sees. Bytes come in through an inbox, questions and
// answers as JSON, columns leave as typed arrays.
#include <emscripten/bind.h>
#include <emscripten/val.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "core/session.h"
#include "core/wire/answers.h"
#include "core/wire/backtest.h"
#include "core/wire/checked.h"
#include "core/wire/comparison.h"
#include "core/wire/conduct.h"
#include "core/wire/giving.h"
#include "core/wire/handout.h"
#include "core/wire/ledger.h"
#include "core/wire/logic.h"
#include "core/wire/models.h"
#include "core/wire/options.h"
#include "core/wire/program_trial.h"
#include "core/wire/why.h"

using nlohmann::json;

namespace regulars {
namespace {

using wire::to_json;

// Files may hold bytes that are no text: they are shown as the replacement character, never a
// reason to stop.
std::string text_of(const json& answer) {
  return answer.dump(-1, ' ', false, json::error_handler_t::replace);
}

json failed(const Error& error) { return {{"error", to_json(error)}}; }

/// Wraps an answer: {"ok": ...} or {"error": ...}. `shown` turns the value to JSON.
template <class T, class Show>
json answer(const Result<T>& result, Show&& shown) {
  return result ? json{{"ok", shown(*result)}} : failed(result.error());
}

template <class T>
json answer(const Result<T>& result) {
  return answer(result, [](const T& value) { return to_json(value); });
}

json done() { return {{"ok", nullptr}}; }

/// Reads the options of a verb and runs it on them.
template <class Options, class Run>
json with(const Result<Options>& options, Run&& run) {
  return options ? run(*options) : failed(options.error());
}

/// One visit and the memory through which bytes enter.
class Door {
 public:
  /// Room for `size` bytes; a view that is valid until the next call.
  emscripten::val inbox(std::size_t size) {
    inbox_.resize(size);
    return emscripten::val(
        emscripten::typed_memory_view(size, reinterpret_cast<unsigned char*>(inbox_.data())));
  }

  /// Takes the first `size` bytes of the inbox as the next of the file: the one verb called a
  /// thousand times, so without JSON. False where no file is being read.
  bool push(std::size_t size) { return static_cast<bool>(session_.push(bytes(size))); }

  double rows() const { return static_cast<double>(session_.progress().rows); }
  double column_bytes() const { return static_cast<double>(session_.table().bytes()); }
  double rejected() const { return static_cast<double>(session_.progress().rejected); }

  /// Any other verb of protocol.ts: `size` bytes of the inbox are its bytes, `options` its options
  /// as JSON.
  std::string call(const std::string& verb, std::size_t size, const std::string& options) {
    const Result<json> parsed =
        options.empty() ? Result<json>(json(nullptr)) : wire::parse(options);
    return text_of(parsed ? run(verb, bytes(size), *parsed) : failed(parsed.error()));
  }

  /// A column of numbers by customer, as a copy; undefined where there is none.
  emscripten::val column(const std::string& name) const {
    const Analysis* analysis = session_.analysis();
    const auto wanted = customer_column(name);
    if (!analysis || !wanted || *wanted == CustomerColumn::customer ||
        *wanted == CustomerColumn::name)
      return emscripten::val::undefined();
    std::vector<double> figures(analysis->customers.size());
    for (std::size_t i = 0; i < figures.size(); ++i) figures[i] = figure_of(*analysis, i, *wanted);
    return emscripten::val(emscripten::typed_memory_view(figures.size(), figures.data()))
        .call<emscripten::val>("slice");
  }

 private:
  std::string_view bytes(std::size_t size) const {
    return std::string_view(inbox_).substr(0, size);
  }

  json run(const std::string& verb, std::string_view bytes, const json& options) {
    if (verb == "open") return session_.open(), done();
    if (verb == "abandon") return session_.abandon(), done();
    if (verb == "sniff")
      return with(wire::sniff_options(options), [&](const wire::SniffOptions& o) {
        return answer(session_.sniff(bytes, o.name, o.whole, o.columns));
      });
    if (verb == "trial")
      return with(wire::file_options(options),
                  [&](const FileOptions& o) { return answer(session_.trial(o)); });
    if (verb == "begin")
      return with(wire::file_options(options), [&](const FileOptions& o) {
        return answer(session_.begin(o), [](Done) { return json(nullptr); });
      });
    if (verb == "end")
      return with(wire::file_options(options),
                  [&](const FileOptions& o) { return answer(session_.end(o.encoding)); });
    if (verb == "analyze")
      return with(wire::analyze_options(options, session_.table().digits),
                  [&](const AnalyzeOptions& o) { return answer(session_.analyze(o)); });
    if (verb == "segments")
      return with(wire::rfm_options(options, session_.table().digits), [&](const RfmOptions& o) {
        return answer(session_.segments(o), [&](const SegmentTrial& trial) {
          return to_json(trial, session_.table().digits);
        });
      });
    if (verb == "program")
      return with(wire::program_query(options), [&](const wire::ProgramQuery& query) {
        return answer(session_.program(query.program), [&](const ProgramTrial& trial) {
          return to_json(*session_.analysis(), trial, query.limit);
        });
      });
    if (verb == "difference")
      return with(wire::two_shares(options), [](const wire::TwoShares& shares) {
        return json{{"ok", wire::difference_json(compare_rates(
                               shares.hits, shares.of, shares.other_hits, shares.other_of))}};
      });
    if (verb == "compare")
      return with(wire::two_groups(options), [&](const wire::TwoGroups& groups) {
        return answer(session_.compare(groups.first, groups.second),
                      [&](const Comparison& comparison) {
                        return to_json(*session_.analysis(), comparison);
                      });
      });
    if (verb == "cleaning") return answer(session_.cleaning());
    if (verb == "rejects")
      return with(wire::window_of(options), [&](const wire::Window& query) {
        return json{{"ok", wire::rejects_json(session_.table(), query.from, query.limit)}};
      });
    if (verb == "recognize")
      return with(wire::known_rows(options), [&](const std::vector<KnownRow>& rows) {
        return answer(session_.recognize(rows));
      });
    if (verb == "mend")
      return with(wire::mends(options), [&](const std::vector<Mend>& mends) {
        return answer(session_.mend(mends),
                      [](const std::vector<bool>& kept) { return json(kept); });
      });
    if (verb == "customers")
      return with(wire::customer_query(options), [&](const CustomerQuery& query) {
        return answer(session_.customers(query), [&](const CustomerPage& page) {
          return to_json(*session_.analysis(), page);
        });
      });
    if (verb == "customer")
      return with(wire::customer_id(options), [&](CustomerId id) {
        return answer(session_.customer(id), [&](const CustomerDetail& detail) {
          return to_json(*session_.analysis(), detail);
        });
      });
    if (verb == "why")
      return with(wire::customer_id(options), [&](CustomerId id) {
        return answer(session_.why(id),
                      [&](const CustomerWhy& why) { return to_json(*session_.analysis(), why); });
      });
    if (verb == "nearly")
      return with(wire::window_of(options), [&](const wire::Window& query) {
        return answer(session_.nearly(), [&](const std::vector<Near>* all) {
          return wire::nearly_json(*session_.analysis(), *all, query.limit);
        });
      });
    if (verb == "allocate" || verb == "allocate_csv")
      return with(wire::giving_question(options), [&](const wire::GivingQuestion& question) {
        const Analysis* analysis = session_.analysis();
        if (!analysis) return failed({ErrorCode::wrong_stage});
        const Giving giving = give(*analysis, question.query);
        if (verb == "allocate") return json{{"ok", to_json(*analysis, giving, question.limit)}};
        return json{{"ok", to_json(write_gifts(*analysis, giving, question.from))}};
      });
    if (verb == "awards")
      return with(wire::window_of(options), [&](const wire::Window& query) {
        if (!session_.analysis()) return failed({ErrorCode::wrong_stage});
        return json{{"ok", wire::awards_json(*session_.analysis(), query.from, query.limit)}};
      });
    if (verb == "csv")
      return with(wire::csv_query(options), [&](const wire::CsvQuery& query) {
        return answer(session_.csv(query.kind, query.from));
      });
    if (verb == "audience")
      return with(wire::audience_query(options), [&](const wire::AudienceCsvQuery& query) {
        return answer(session_.audience(query.audience),
                      [](const Audience* audience) { return to_json(*audience); });
      });
    if (verb == "audience_csv")
      return with(wire::audience_query(options), [&](const wire::AudienceCsvQuery& query) {
        return answer(session_.audience_csv(query.audience, query.from));
      });
    if (verb == "handout" || verb == "handout_csv")
      return with(wire::handout_question(options), [&](const wire::HandoutQuestion& question) {
        const Analysis* analysis = session_.analysis();
        if (!analysis) return failed({ErrorCode::wrong_stage});
        const Handout handout = hand_out(*analysis, question.query);
        if (verb == "handout") return json{{"ok", to_json(*analysis, handout, question)}};
        return json{{"ok", to_json(write_handout(*analysis, question.query, handout, question.file,
                                                 question.from))}};
      });
    if (verb == "handout_outcome")
      return with(wire::outcome_question(options), [&](const wire::OutcomeQuestion& question) {
        const Analysis* analysis = session_.analysis();
        if (!analysis) return failed({ErrorCode::wrong_stage});
        return json{{"ok", to_json(outcome_of(*analysis, question.customers, question.on,
                                              static_cast<std::int32_t>(question.days)))}};
      });
    if (verb == "cells") return answer(Session::cells(bytes));
    if (verb == "fit")
      return with(wire::table_question(options), [&](const TableQuestion& question) {
        return answer(fit_table(bytes, question));
      });
    if (verb == "ledger") return answer(wire::run_ledger_cases(bytes));
    if (verb == "logic")
      return with(wire::logic_profile(options), [&](LogicProfile profile) {
        return answer(wire::run_logic_suite(bytes, profile));
      });
    return failed({ErrorCode::invalid_option, verb});
  }

  Session session_;
  std::string inbox_;
};

}  // namespace

EMSCRIPTEN_BINDINGS(regulars) {
  emscripten::class_<Door>("Session")
      .constructor<>()
      .function("inbox", &Door::inbox)
      .function("push", &Door::push)
      .function("rows", &Door::rows)
      .function("rejected", &Door::rejected)
      .function("columnBytes", &Door::column_bytes)
      .function("call", &Door::call)
      .function("column", &Door::column);
}

}  // namespace regulars
