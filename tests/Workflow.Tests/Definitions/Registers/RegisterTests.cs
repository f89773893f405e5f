using Workflow.Definitions.Reading;
using Workflow.Definitions.Registers;
using Workflow.Definitions.Syntax;
using Workflow.Definitions.Wording;
using Workflow.Engine.Record.Values;

namespace Workflow.Tests.Definitions.Registers;

public sealed class RegisterTests
{
    private const string People = """
        organisations:
          aic: {title: 工商局, level: city}
        people:
          li: {name: 李, posts: [{office: aic, role: officer, from: 2014-01-01, to: 2014-12-31}], absences: [{from: 2014-07-01, to: 2014-07-11, deputy: zhao}]}
          zhao: {name: 赵, qualifications: [{name: 消防, from: 2015-01-01}]}
        """;

    private const string Items = """
        items:
          A-1: {title: 登记, type: 行政许可, lead: aic, hall: 大厅, status: [{is: active, from: 2014-05-01, to: 2015-09-30}]}
        """;

    [TestCase("2013-12-31", 0)]
    [TestCase("2014-01-01", 1)]
    [TestCase("2014-12-31", 1)]
    [TestCase("2015-01-01", 0)]
    public void A_post_is_held_on_both_of_its_ends(string day, int posts) =>
        Assert.That(Read().Person("li", DateOnly.Parse(day))!.Posts, Has.Length.EqualTo(posts));

    [Test]
    public void A_deputy_acts_for_the_absent_on_their_days_only()
    {
        var register = Read();
        Assert.That(register.ActsFor("zhao", new DateOnly(2014, 7, 11)).Select(p => p.Id), Is.EqualTo(new[] { "li" }));
        Assert.That(register.ActsFor("zhao", new DateOnly(2014, 7, 12)), Is.Empty);
    }

    [Test]
    public void An_item_is_cancelled_outside_its_dated_statuses()
    {
        var register = Read();
        Assert.That(register.Item("A-1", new DateOnly(2014, 5, 1))!.Status, Is.EqualTo(CatalogueStatus.Active));
        Assert.That(register.Item("A-1", new DateOnly(2015, 10, 1))!.Status, Is.EqualTo(CatalogueStatus.Cancelled));
        Assert.That(register.Item("A-2", new DateOnly(2014, 5, 1)), Is.Null);
    }

    [Test]
    public void An_item_that_the_office_begins_itself_needs_no_hall()
    {
        var register = RegisterReader.ReadFolder(Repository.Definitions, new Problems())!;
        var fact = register.Item("SF-PC-0001", new DateOnly(2026, 5, 1))!;
        Assert.That((fact.Hall, fact.ExOfficio), Is.EqualTo(((string?)null, true)));
    }

    [Test]
    public void A_stranger_is_unknown() => Assert.That(Read().Person("nobody", new DateOnly(2014, 5, 1)), Is.Null);

    [Test]
    public void The_files_of_the_product_read_without_a_problem()
    {
        var problems = new Problems();
        var register = RegisterReader.ReadFolder(Repository.Definitions, problems);
        Assert.That(problems.All, Is.Empty);
        Assert.That(
            register!.People.Count(p => p.Posts.Any(h => h is { Organisation: "fire", Role: "officer" })),
            Is.GreaterThanOrEqualTo(2)
        );
    }

    [Test]
    public void Every_problem_is_reported_at_once_with_its_place()
    {
        var problems = new Problems();
        var people = People.Replaced("level: city", "level: citty").Replaced("deputy: zhao", "deputy: zhau");
        Assert.That(RegisterReader.Read(people, Items.Replaced("lead", "laed"), problems), Is.Null);
        Assert.That(
            problems.All.Select(p => p.English),
            Is.EqualTo(
                new[]
                {
                    "catalogue.yaml:2:32 error register.unknown_key Expected one of title, type, lead, hall, motion, status, offices, but found 'laed'. Did you mean 'lead'?",
                    "register.yaml:2:28 error register.choice Expected 'level' to be one of province, city, county, town, village, but found 'citty'. Did you mean 'city'?",
                    "register.yaml:4:144 error register.unknown_deputy Expected another person of this register as deputy, but found 'zhau'. Did you mean 'zhao'?",
                }
            )
        );
    }

    [Test]
    public void A_deputy_stands_in_for_the_posts_and_processes_that_the_absence_names()
    {
        var register = Read(People.Replaced("deputy: zhao", "deputy: zhao, for: [aic.officer, registration]"));
        var away = register.Person("li", new DateOnly(2014, 7, 11))!;
        Assert.Multiple(() =>
        {
            Assert.That(away.Deputies, Is.Empty);
            Assert.That(away.ActedForBy("zhao", "registration")!.Posts.Single().Role, Is.EqualTo("officer"));
            Assert.That(away.ActedForBy("zhao", "revocation"), Is.Null);
            Assert.That(away.ActedForBy("li", "registration"), Is.Null);
        });
    }

    [TestCase(
        "for: [aic.leader]",
        "register.yaml:4:156 error register.post_not_held Expected a post that the absent person holds on these days, but found 'aic.leader'. It can be aic.officer."
    )]
    [TestCase(
        "for: []",
        "register.yaml:4:155 error register.empty_scope Expected posts or processes under 'for', but found none. Leave 'for' out for a deputy in everything."
    )]
    [TestCase("for: aic.officer", "register.yaml:4:155 error register.list Expected a list under 'for', but found something else.")]
    public void What_a_deputy_cannot_stand_in_for_is_a_problem_at_its_place(string scope, string problem) =>
        Assert.That(ProblemsOf(People.Replaced("deputy: zhao", $"deputy: zhao, {scope}")), Does.Contain(problem));

    [TestCase(
        "2014-07-11",
        "register.yaml:5:73 error register.deputy_circle Expected somebody of zhao → li → zhao to be there on 2014-07-11, but each is away and stands in for another. Name a deputy who is there on these days."
    )]
    [TestCase("2014-07-12", null)]
    public void Two_who_stand_in_for_each_other_on_the_same_day_are_a_problem(string from, string? problem)
    {
        var people = People.Replaced(
            "qualifications: [{name: 消防, from: 2015-01-01}]",
            $"absences: [{"{"}from: {from}, to: 2014-07-20, deputy: li{"}"}]"
        );
        Assert.That(ProblemsOf(people), Is.EqualTo(problem is null ? [] : new[] { problem }));
    }

    [TestCase("2014-07-05", 1)]
    [TestCase("2014-07-12", 0)]
    public void A_longer_circle_is_one_problem(string from, int problems)
    {
        var people = $$"""
            organisations:
              aic: {title: 工商局, level: city}
            people:
              a: {name: 甲, absences: [{from: 2014-07-01, to: 2014-07-11, deputy: b}]}
              b: {name: 乙, absences: [{from: {{from}}, deputy: c}, {from: 2014-06-01, to: 2014-06-02, deputy: a}]}
              c: {name: 丙, absences: [{from: 2014-07-03, to: 2014-07-20, deputy: d}, {from: 2014-07-03, to: 2014-07-20, deputy: a}]}
              d: {name: 丁}
            """;
        var found = ProblemsOf(people);
        Assert.That(found, Has.Length.EqualTo(problems));
        if (problems > 0)
            Assert.That(found[0], Does.StartWith("register.yaml:5:").And.Contain("b → c → a → b").And.Contain("2014-07-05"));
    }

    // A title is one thing wherever it stands: of an organisation, of a role, and of a step.
    [TestCase("{zh: 局, fr: bureau}", "file.unknown_key")]
    [TestCase("{en: Bureau}", "file.missing_key")]
    [TestCase("{zh: 局, en: [Bureau]}", "file.shape")]
    [TestCase("[局]", "file.shape")]
    [TestCase("''", "file.shape")]
    [TestCase("no", "yaml.surprise")]
    public void A_slip_in_a_title_is_told_alike_in_the_register_and_in_a_definition(string title, string code)
    {
        var office = Found(problems => RegisterReader.Read(People.Replaced("title: 工商局", $"title: {title}"), Items, problems));
        var role = Found(problems => RegisterReader.Read($"roles: {{officer: {title}}}\n{People}", Items, problems));
        var step = Found(problems =>
        {
            var steps = $"  - {{step: decide, title: {title}, by: hall.leader, end: granted}}";
            foreach (var problem in DefinitionReader.Read("p.yaml", SmallOffice.Process(steps), DefinitionLibrary.Empty).Problems)
                problems.Error(problem.At, problem.Message);
        });
        Assert.That(role, Is.EqualTo(office));
        Assert.That(step, Does.Contain(office.Single()).And.Some.StartsWith(code));
    }

    [Test]
    public void An_organisation_without_a_title_is_told_so() =>
        Assert.That(
            ProblemsOf(People.Replaced("title: 工商局, ", "")),
            Is.EqualTo(new[] { "register.yaml:2:8 error register.missing Expected the key 'title', but it is missing." })
        );

    private static string[] Found(Action<Problems> read)
    {
        var problems = new Problems();
        read(problems);
        return [.. problems.All.Select(p => $"{p.Code} {p.Message}")];
    }

    private static string[] ProblemsOf(string people)
    {
        var problems = new Problems();
        RegisterReader.Read(people, Items, problems);
        return [.. problems.All.Select(p => p.English)];
    }

    private static Register Read(string people = People)
    {
        var problems = new Problems();
        return RegisterReader.Read(people, Items, problems) ?? throw new AssertionException(string.Join('\n', problems.All));
    }
}
