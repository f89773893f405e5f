using Workflow.Definitions.Calendars;
using Workflow.Definitions.Syntax;
using Workflow.Definitions.Wording;

namespace Workflow.Tests.Definitions.Calendars;

public sealed class CalendarReaderTests
{
    private string _folder = "";

    [SetUp]
    public void Open_a_folder() => _folder = Directory.CreateTempSubdirectory("calendars").FullName;

    [TearDown]
    public void Remove_the_folder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void The_repository_holds_every_edition_of_twenty_years()
    {
        Assert.That(Shelf.All.Editions, Has.Length.EqualTo(23));
        Assert.That(Shelf.All.Editions.Select(e => e.Year).Distinct(), Is.EqualTo(Enumerable.Range(2007, 20)));
        Assert.That(Shelf.All.Overlays.Select(o => o.Id), Is.EqualTo(new[] { "sample-region" }));
    }

    [TestCase(2007, "2006-12-14", "国办发明电〔2006〕49号")]
    [TestCase(2014, "2013-12-11", "国办发明电〔2013〕28号")]
    [TestCase(2017, "2016-12-01", "国办发明电〔2016〕17号")]
    [TestCase(2018, "2017-11-30", "国办发明电〔2017〕12号")]
    [TestCase(2020, "2019-11-21", "国办发明电〔2019〕16号")]
    [TestCase(2021, "2020-11-25", "国办发明电〔2020〕27号")]
    [TestCase(2022, "2021-10-25", "国办发明电〔2021〕11号")]
    [TestCase(2023, "2022-12-08", "国办发明电〔2022〕16号")]
    [TestCase(2024, "2023-10-25", "国办发明电〔2023〕7号")]
    [TestCase(2025, "2024-11-12", "国办发明电〔2024〕12号")]
    [TestCase(2026, "2025-11-04", "国办发明电〔2025〕7号")]
    public void A_notice_bears_the_number_and_the_day_on_which_it_was_published(int year, string published, string notice)
    {
        var first = Shelf.All.Editions.First(e => e.Year == year);
        Assert.That(($"{first.Published:yyyy-MM-dd}", first.Notice), Is.EqualTo((published, notice)));
    }

    [Test]
    public void Every_fault_of_a_year_is_reported_with_its_place() =>
        Assert.That(
            Faults(
                (
                    "2026.yaml",
                    """
                    country: cn
                    year: 2026
                    editoins: []
                    editions:
                      - number: 2
                        published: 2025-13-01
                        days: []
                      - number: 1
                        published: 2025-11-30
                        days:
                          - holiday: 元旦
                            days-off: [2026-01-01, 2026-01-01, 2025-11-30]
                            work: [2026-01-05, soon]
                    """
                )
            ),
            Is.EqualTo(
                new[]
                {
                    "2026.yaml:3:1 error calendar.unknown_key Expected one of country, year, editions, but found 'editoins'. Did you mean 'editions'?",
                    "2026.yaml:6:16 error calendar.date Expected a date like 2026-05-01, but found '2025-13-01'.",
                    "2026.yaml:12:32 error calendar.day_twice Expected each day once, but 2026-01-01 is written again here.",
                    "2026.yaml:12:44 error calendar.other_year Expected a day of 2026 or of the December before, but found 2025-11-30.",
                    "2026.yaml:13:16 error calendar.day Expected a Saturday or Sunday to be made a workday, but 2026-01-05 is a Monday.",
                    "2026.yaml:13:28 error calendar.date Expected a date like 2026-05-01, but found 'soon'.",
                }
            )
        );

    [Test]
    public void Editions_stand_in_the_order_of_their_publication() =>
        Assert.That(
            Faults(
                (
                    "2026.yaml",
                    """
                    country: cn
                    year: 2026
                    editions:
                      - { number: 1, published: 2025-11-30, days: [] }
                      - { number: 2, published: 2025-11-30, days: [] }
                      - { number: 4, published: 2026-01-30, days: [] }
                    """
                )
            ),
            Is.EqualTo(
                new[]
                {
                    "2026.yaml:5:5 error calendar.edition_day Expected edition 2 of 2026 after 2025-11-30, but it was published 2025-11-30.",
                    "2026.yaml:6:5 error calendar.edition_order Expected edition 3 of 2026, but found 4.",
                }
            )
        );

    [Test]
    public void Years_follow_each_other_in_one_country() =>
        Assert.That(
            Faults(("a.yaml", Year(2024, "cn")), ("b.yaml", Year(2026, "cn")), ("c.yaml", Year(2026, "nl"))),
            Is.EqualTo(
                new[]
                {
                    "b.yaml:1:1 error calendar.gap Expected years without a gap, but 2026 follows 2024. Add 2025.",
                    "c.yaml:1:1 error calendar.countries Expected one country in a folder, but found 'nl' beside 'cn'.",
                    "c.yaml:1:1 error calendar.year_twice Expected each year once, but 2026 is also in b.yaml.",
                }
            )
        );

    [Test]
    public void Shapes_that_are_no_calendar_are_refused() =>
        Assert.That(
            Faults(("a.yaml", "- 1"), ("b.yaml", "overlay: x\ndays: 2026-01-01"), ("c.yaml", "country: cn\nyear: soon\neditions:\n  - 7")),
            Is.EqualTo(
                new[]
                {
                    "a.yaml:1:1 error calendar.shape Expected keys and values, but the file is a list or a word.",
                    "b.yaml:1:1 error calendar.missing Expected the key 'title', but it is missing.",
                    "b.yaml:2:7 error calendar.list Expected a list under 'days', but found something else.",
                    "c.yaml:2:7 error calendar.number Expected a whole number from 1900 to 9990 under 'year', but found 'soon'.",
                    "c.yaml:4:5 error calendar.items Expected keys and values in each item of 'editions', but found something else.",
                }
            )
        );

    [Test]
    public void A_folder_that_is_missing_or_empty_is_reported()
    {
        Assert.That(Faults(), Has.One.EndsWith("calendar.no_year Expected at least one file of a year, but found none."));
        var problems = new Problems();
        Assert.That(CalendarReader.ReadFolder(Path.Combine(_folder, "none"), problems), Is.Null);
        Assert.That(problems.All.Select(p => p.Code), Is.EqualTo(new[] { "calendar.no_folder" }));
    }

    private static string Year(int year, string country) =>
        $"country: {country}\nyear: {year}\neditions:\n  - number: 1\n    published: {year - 1}-11-30\n    days: []\n";

    private IEnumerable<string> Faults(params (string Name, string Text)[] files)
    {
        foreach (var (name, text) in files)
            File.WriteAllText(Path.Combine(_folder, name), text);
        var problems = new Problems();
        Assert.That(CalendarReader.ReadFolder(_folder, problems), Is.Null);
        return problems.All.Select(p => p.English);
    }
}
