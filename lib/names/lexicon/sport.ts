/** Words of reports on sport, where countries and cities are teams. Folded; words that politics uses as much are left out. */
export const SPORT_WORDS: ReadonlySet<string> = new Set(
  `
athlete athletes ball balls baseball basketball batsman batsmen bout boxer bowler bowled bullpen caps championship championships clean coach coached
cricket cricketer crossbar cup cyclist defender defenders equaliser equalizer fixture fixtures flanker footballer football forward goal goalkeeper
goalless goals halftime handball hat-trick header hockey hooker homer hurdles inning innings javelin kickoff knockout lap laps league
leg marathon match matches medal medallist medals midfielder midfielders netball nil olympic pacer penalties penalty pitch pitcher player players playoff
playoffs podium quarterback quarterfinal qualifier qualifiers qualifying quarter-final racing rebound rebounds referee relay rider rugby scored scorer
scoring scrum season seeded semifinal semifinals skipper soccer spinner sprint sprinter squad stadium stoppage striker strikers substitute swimmer team-mate
teammate teammates tennis tiebreak touchdown tournament tournaments tries trophy umpire unbeaten volleyball weightlifting wicket wickets winger wrestler
wrestling
`
    .split(/\s+/)
    .filter(Boolean),
);
