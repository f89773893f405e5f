using Workflow.Engine.Periods;

namespace Workflow.Tests.Engine.Periods;

/// <summary>Deadlines worked out from the statutes with the published calendars of 2024 to 2026.</summary>
public sealed class StatutoryVectorTests
{
    [TestCase("2025-09-24", "20 working days", "2025-10-28", TestName = "T1 permit decision")]
    [TestCase("2025-09-24", "30 working days", "2025-11-11", TestName = "T2 permit decision extended")]
    [TestCase("2026-01-30", "20 working days", "2026-03-05", TestName = "T3 permit over Spring Festival")]
    [TestCase("2026-01-30", "30 working days", "2026-03-19", TestName = "T4 permit over Spring Festival extended")]
    [TestCase("2026-02-12", "5 working days", "2026-02-26", TestName = "T5 supplement notice counts a make-up Saturday")]
    [TestCase("2025-09-26", "5 working days", "2025-10-10", TestName = "T6 supplement notice counts a make-up Sunday")]
    [TestCase("2025-09-28", "20 working days", "2025-10-31", TestName = "T7 acceptance on a make-up Sunday")]
    [TestCase("2026-09-26", "5 working days", "2026-10-09", TestName = "T8 online submission on a holiday Saturday")]
    [TestCase("2025-08-18", "45 working days", "2025-10-24", TestName = "T9 joint handling")]
    [TestCase("2025-08-18", "60 working days", "2025-11-14", TestName = "T10 joint handling extended")]
    [TestCase("2025-09-25", "10 working days", "2025-10-15", TestName = "T11 deliver permit")]
    [TestCase("2025-09-25", "20 working days", "2025-10-29", TestName = "T12 permit hearing")]
    [TestCase("2025-09-01", "20 working days", "2025-09-28", TestName = "T13 permit without expert review")]
    [TestCase("2026-04-30", "3 working days", "2026-05-08", TestName = "T14 business registration")]
    [TestCase("2026-04-30", "6 working days", "2026-05-12", TestName = "T14 business registration extended")]
    [TestCase("2024-09-30", "3 working days", "2024-10-10", TestName = "T15 business registration over National Day")]
    [TestCase("2026-09-18", "3 working days", "2026-09-22", TestName = "T16 three working days")]
    [TestCase("2026-09-24", "3 working days", "2026-09-30", TestName = "T17 three working days over Mid-Autumn")]
    [TestCase("2026-09-30", "3 working days", "2026-10-10", TestName = "T18 three working days to a make-up Saturday")]
    [TestCase("2025-04-25", "5 working days", "2025-05-06", TestName = "T21 hearing request")]
    [TestCase("2026-02-11", "7 working days", "2026-02-27", TestName = "T22 penalty service")]
    [TestCase("2025-09-19", "15 working days", "2025-10-16", TestName = "T24 verify a lead")]
    [TestCase("2025-09-19", "30 working days", "2025-11-06", TestName = "T24 verify a lead extended")]
    [TestCase("2026-02-11", "20 working days", "2026-03-17", TestName = "T25 publish a penalty")]
    [TestCase("2026-02-13", "5 working days", "2026-02-27", TestName = "T26 reconsideration review")]
    [TestCase("2025-12-18", "7 working days", "2025-12-29", TestName = "T31 forward to respondent")]
    [TestCase("2025-12-26", "10 working days", "2026-01-12", TestName = "T31 respondent's reply")]
    [TestCase("2026-01-20", "20 working days", "2026-02-24", TestName = "T32 information request")]
    [TestCase("2026-01-20", "40 working days", "2026-03-23", TestName = "T32 information request extended")]
    [TestCase("2026-01-20", "7 working days", "2026-01-29", TestName = "T34 information supplement notice")]
    [TestCase("2026-01-26", "15 working days", "2026-02-14", TestName = "T35 third party's reply")]
    [TestCase("2026-02-10", "7 working days", "2026-02-26", TestName = "T39 legality review")]
    [TestCase("2026-02-10", "5 working days", "2026-02-24", TestName = "T40 review window opens")]
    [TestCase("2026-02-10", "15 working days", "2026-03-09", TestName = "T40 review window closes")]
    [TestCase("2026-03-02", "120 working days", "2026-08-21", TestName = "T43 project cap")]
    [TestCase("2025-09-26", "10 working days", "2025-10-16", TestName = "T48 demand notice")]
    public void Working_days_end_on_the_statutory_day(string from, string limit, string due) =>
        Assert.That(Limits.On(from, limit), Is.EqualTo(due));

    [TestCase("2025-07-03", "90 days", "2025-10-01", "2025-10-09", TestName = "T19 penalty decision")]
    [TestCase(
        "2025-09-20",
        "15 days",
        "2025-10-05",
        "2025-10-09",
        TestName = "T23 T36 T42 pay a fine, register a petition, file construction"
    )]
    [TestCase("2025-12-18", "60 days", "2026-02-16", "2026-02-24", TestName = "T27 reconsideration")]
    [TestCase("2025-12-18", "90 days", "2026-03-18", "2026-03-18", TestName = "T28 reconsideration extended")]
    [TestCase("2025-09-03", "30 days", "2025-10-03", "2025-10-09", TestName = "T30 simplified reconsideration")]
    [TestCase("2025-08-04", "60 days", "2025-10-03", "2025-10-09", TestName = "T37 petition")]
    [TestCase("2025-08-04", "90 days", "2025-11-02", "2025-11-03", TestName = "T37 petition extended")]
    [TestCase("2026-01-16", "30 days", "2026-02-15", "2026-02-24", TestName = "T38 public consultation")]
    [TestCase("2025-09-30", "3 days", "2025-10-03", "2025-10-09", TestName = "T41 case transfer")]
    [TestCase("2025-08-31", "6 months", "2026-02-28", "2026-02-28", TestName = "T44 months to a make-up Saturday")]
    [TestCase("2025-11-30", "3 months", "2026-02-28", "2026-02-28", TestName = "T44 months to a shorter month")]
    [TestCase("2026-04-05", "6 months", "2026-10-05", "2026-10-08", TestName = "T45 litigation")]
    [TestCase("2025-04-01", "6 months", "2025-10-01", "2025-10-09", TestName = "T45 litigation over National Day")]
    public void Days_and_months_end_raw_or_rolled(string from, string limit, string raw, string rolled)
    {
        Assert.That(Limits.On(from, limit), Is.EqualTo(raw));
        Assert.That(Limits.On(from, limit, RollRule.NextWorkingDay), Is.EqualTo(rolled));
    }

    [TestCase("2025-09-01", "20 working days", "2025-09-05..2025-09-19", "2025-10-17", TestName = "T13 permit with expert review excluded")]
    [TestCase("2025-07-03", "90 days", "2025-08-01..2025-08-20", "2025-10-20", TestName = "T20 penalty with a hearing excluded")]
    [TestCase("2025-12-18", "60 days", "2026-01-05..2026-01-25", "2026-03-09", TestName = "T29 reconsideration suspended")]
    [TestCase(
        "2026-01-20",
        "20 working days",
        "2026-01-26..2026-02-05",
        "2026-03-05",
        TestName = "T33 information request with a third party"
    )]
    public void Excluded_days_move_the_end(string from, string limit, string pause, string due) =>
        Assert.That(Limits.On(from, limit, RollRule.NextWorkingDay, pause), Is.EqualTo(due));

    [TestCase("2026-06-30", "30 days before", "2026-05-31", "2026-05-29", TestName = "T46 renewal reminder")]
    [TestCase("2026-06-30", "30 working days before", "2026-05-18", "2026-05-18", TestName = "T46 renewal reminder in working days")]
    [TestCase("2025-10-28", "1 working day before", "2025-10-27", "2025-10-27", TestName = "T47 yellow lamp")]
    [TestCase("2025-10-28", "3 working days before", "2025-10-23", "2025-10-23", TestName = "T47 yellow lamp three days")]
    [TestCase("2025-10-09", "1 working day before", "2025-09-30", "2025-09-30", TestName = "T47 yellow lamp before National Day")]
    public void Limits_counted_backwards_never_move_later(string from, string limit, string raw, string earlier)
    {
        Assert.That(Limits.On(from, limit), Is.EqualTo(raw));
        Assert.That(Limits.On(from, limit, RollRule.NextWorkingDay), Is.EqualTo(raw));
        Assert.That(Limits.On(from, limit, RollRule.PreviousWorkingDay), Is.EqualTo(earlier));
    }
}
