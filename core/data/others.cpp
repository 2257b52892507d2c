#include "core/data/others.h"

namespace regulars {

OtherTables::Mark OtherTables::mark() const {
  return {people.rows, articles.rows, events.size(), rewards.size(), words.size()};
}

void OtherTables::rewind(const Mark& mark) {
  people.rows = mark.people;
  articles.rows = mark.articles;
  for (Column<std::int32_t>* column : {&events.customer, &events.day, &events.second, &events.kind,
                                       &events.product, &events.score, &events.file})
    column->shrink(mark.events);
  events.row.shrink(mark.events);
  for (Column<std::int32_t>* column :
       {&rewards.customer, &rewards.day, &rewards.reward, &rewards.group, &rewards.file})
    column->shrink(mark.rewards);
  rewards.row.shrink(mark.rewards);
  rewards.amount.shrink(mark.rewards);
  rewards.response.shrink(mark.rewards);
}

}  // namespace regulars
