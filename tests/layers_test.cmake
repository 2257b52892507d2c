# Plants one violation of each sort in a folder of its own and expects layers.cmake to name its file and line.
#   cmake -DWORK=FOLDER -P tests/layers_test.cmake

cmake_minimum_required(VERSION 3.22)

# Writes `text` as `file` into an empty project, runs the check and leaves what it said in `said`, its result in `result`.
macro(check file text)
  file(REMOVE_RECURSE ${WORK})
  file(WRITE ${WORK}/${file} "${text}")
  execute_process(
    COMMAND ${CMAKE_COMMAND} -DROOT=${WORK} -P ${CMAKE_CURRENT_LIST_DIR}/layers.cmake
    RESULT_VARIABLE result OUTPUT_VARIABLE said ERROR_VARIABLE said)
endmacro()

function(refused file line text)
  check(${file} "${text}")
  if(result EQUAL 0 OR NOT said MATCHES "${file}:${line}: ")
    message(SEND_ERROR "not refused at line ${line}: ${file}\n${text}\n${said}")
  endif()
endfunction()

function(accepted file text)
  check(${file} "${text}")
  if(NOT result EQUAL 0)
    message(SEND_ERROR "not accepted: ${file}\n${text}\n${said}")
  endif()
endfunction()

refused(core/base/date.h 3 "// A day[0];\n#pragma once\n#include \"core/data/csv.h\"\n")
refused(core/data/csv.cpp 1 "#include \"core/stats/describe.h\"\n")
refused(core/models/bg_nbd.cpp 2 "#include <cmath>\n#include \"core/loyalty/program.h\"\n")
refused(core/loyalty/offers.cpp 1 "#include \"core/models/bg_nbd.h\"\n")
refused(core/customers/rfm.cpp 1 "#include \"core/report/report.h\"\n")
refused(core/session.cpp 1 "#include \"core/wire/json.h\"\n")
refused(core/wire/json.cpp 1 "#include \"core/session.h\"\n")
refused(core/report/report.cpp 1 "#include <nlohmann/json.hpp>\n")
refused(core/models/bg_nbd.cpp 1 "#  include <boost/math/special_functions/beta.hpp>\n")
refused(core/data/csv.cpp 1 "#include <fstream>\n")
refused(core/data/csv.cpp 1 "#include \"csv.h\"\n")
refused(wasm/bindings.cpp 1 "#include \"core/models/bg_nbd.h\"\n")
refused(examples/bookstore.cpp 1 "#include \"core/wire/json.h\"\n")
refused(web/src/charts/bars.ts 1 "import {store} from '../state/store.js';\n")
refused(web/src/i18n/en/index.ts 3 "import {\n  store,\n} from '../../state/store.js';\n")
refused(web/src/elements/list.ts 1 "import {EngineClient} from '../engine/client.js';\n")
refused(web/src/state/store.ts 1 "import '../elements/list.js';\n")
refused(web/src/engine/client.ts 1 "import {createRegulars} from '../../../wasm/regulars.mjs';\n")
refused(web/src/cli/main.ts 1 "const glue = await import('../../../build/wasm/regulars.js');\n")

accepted(core/models/bg_nbd.cpp "#include <cmath>\n#include \"core/customers/summary.h\"\n")
accepted(core/session.cpp "#include \"core/report/report.h\"\n")
accepted(core/wire/json.cpp "#include <nlohmann/json.hpp>\n#include \"core/report/report.h\"\n")
accepted(wasm/bindings.cpp "#include <nlohmann/json.hpp>\n#include \"core/session.h\"\n#include \"core/wire/json.h\"\n")
accepted(web/src/engine/worker.ts "import {createRegulars} from '../../../wasm/regulars.mjs';\n")
accepted(web/src/elements/list.ts "import type {\n  Report,\n} from '../engine/protocol.js';\n")
accepted(web/src/state/actions.ts "import {EngineClient} from '../engine/client.js';\n")

file(REMOVE_RECURSE ${WORK})
