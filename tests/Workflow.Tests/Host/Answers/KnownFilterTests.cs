using System.Text.Json.Nodes;

namespace Workflow.Tests.Host.Answers;

/// <summary>
/// A list that is asked for something that there is not says so: an empty list would say that nothing of it is to be done. A text that is looked
/// for, or a number of a case, may well be found nowhere.
/// </summary>
public sealed class KnownFilterTests
{
    private const string Unknown = "joint-aceptance";

    // Every text in the query of a list: the value that there is not and the code, or null where it is looked for.
    private static readonly Dictionary<string, string?> Filters = new()
    {
        ["/api/cases process"] = "process.unknown",
        ["/api/cases stage"] = "request.among",
        ["/api/cases party"] = null,
        ["/api/work process"] = "process.unknown",
        ["/api/work lamp"] = "request.among",
        ["/api/work held"] = "request.among",
        ["/api/work text"] = null,
        ["/api/board/tasks office"] = null,
        ["/api/board/tasks process"] = "process.unknown",
        ["/api/board/tasks lamp"] = "request.among",
        ["/api/board/tasks held"] = "request.among",
        ["/api/board/tasks text"] = null,
        ["/api/adoptions number"] = null,
        ["/api/adoptions system"] = null,
        ["/api/access case"] = null,
        ["/api/tokens person"] = "person.unknown",
        ["/api/stats format"] = "request.among",
        ["/api/export format"] = "request.among",
    };

    private RunningHost _host = null!;

    [OneTimeSetUp]
    public async Task Start() => _host = await RunningHost.Start();

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public async Task No_list_has_a_filter_that_nobody_thought_of()
    {
        var paths = (await _host.Get("/openapi/v1.json")).Json["paths"]!.AsObject();
        var found =
            from path in paths
            where path.Key.StartsWith("/api/", StringComparison.Ordinal) && !path.Key.Contains('{', StringComparison.Ordinal)
            from parameter in path.Value!["get"]?["parameters"]?.AsArray() ?? []
            where (string?)parameter!["in"] == "query" && IsText(parameter) && (string)parameter["name"]! != "cursor"
            select $"{path.Key} {(string)parameter["name"]!}";
        Assert.That(found, Is.EquivalentTo(Filters.Keys));
    }

    private static bool IsText(JsonNode parameter) =>
        parameter["schema"]?["format"] is null && $"{parameter["schema"]?["type"]}".Contains("string");

    [TestCaseSource(nameof(Refused))]
    public async Task A_filter_of_a_request_that_there_is_not_is_refused(string filter, string code)
    {
        var (path, name) = (filter.Split(' ')[0], filter.Split(' ')[1]);
        var answer = await _host.Get($"{path}?{name}={Unknown}", path == "/api/tokens" ? "lu-ping" : "xu-min");
        Assert.That(answer.Code, Is.EqualTo(code), answer.Text);
        Assert.That(answer.Text, Does.Contain(Unknown));
    }

    private static IEnumerable<object[]> Refused() => from f in Filters where f.Value is not null select (object[])[f.Key, f.Value];

    // A form of a page sends every filter, and of those that nobody filled in an empty word.
    [TestCase("")]
    [TestCase("%20")]
    public async Task A_filter_that_is_left_empty_asks_for_nothing(string empty)
    {
        foreach (var filter in Filters.Keys.Where(f => f != "/api/adoptions number"))
        {
            var (path, name) = (filter.Split(' ')[0], filter.Split(' ')[1]);
            var others = path == "/api/adoptions" ? "number=x&" : "";
            var person = path == "/api/tokens" ? "lu-ping" : "xu-min";
            var (asked, whole) = (await _host.Get($"{path}?{others}{name}={empty}", person), await _host.Get($"{path}?{others}", person));
            Assert.That((asked.Status, asked.MediaType), Is.EqualTo((200, whole.MediaType)), $"{filter} {asked.Text}");
            if (path is "/api/cases" or "/api/work")
                Assert.That(asked.Text, Is.EqualTo(whole.Text), filter);
        }
    }

    [TestCase("/cases?process=&stage=&party=")]
    [TestCase("/work?process=&lamp=&held=%20&text=")]
    public async Task A_page_takes_an_empty_filter_likewise(string address)
    {
        using var clerk = await Visitor.SignedIn(_host, "wang-fang");
        Assert.That((await clerk.Open(address)).Status, Is.EqualTo(200));
    }

    [TestCase("/api/definitions/zzzzzzzz")]
    [TestCase("/api/cases?process=zzzzzzzz")]
    [TestCase("/api/work?process=zzzzzzzz")]
    public async Task A_process_far_from_all_is_refused_alike_to_a_request_and_to_a_verb(string path)
    {
        var answer = await _host.Get(path, "xu-min");
        var run = await Typed.Run(["cases", "--process", "zzzzzzzz", "--database", _host.DatabaseFile]);
        Assert.That((answer.Status, (string?)answer.Json["wayOut"]), Is.EqualTo((404, run.Error.Split("published. ")[1].Trim())));
        Assert.That(run.Error, Does.Contain($"{answer.Json["detail"]} {answer.Json["wayOut"]}").And.Contain("joint-acceptance"));
    }

    [TestCase("/api/cases", "No definition of 'joint-aceptance' was published.")]
    [TestCase("/api/work", "No definition of 'joint-aceptance' was published.")]
    public async Task A_process_is_refused_with_the_one_that_was_meant(string path, string sentence)
    {
        var answer = await _host.Get($"{path}?process={Unknown}", "xu-min");
        Assert.That((answer.Status, (string)answer.Json["detail"]!), Is.EqualTo((404, sentence)), answer.Text);
        Assert.That(answer.Text, Does.Contain("joint-acceptance"));
    }

    [TestCase("No definition of 'joint-aceptance' was published. Did you mean 'joint-acceptance'?", "cases", "--process", Unknown)]
    [TestCase(
        "No definition of 'joint-aceptance' was published. Did you mean 'joint-acceptance'?",
        "migrate",
        "--process",
        Unknown,
        "--to",
        "x",
        "--by",
        "xu-min",
        "--dry-run"
    )]
    [TestCase(
        "No definition of 'joint-aceptance' was published. Did you mean 'joint-acceptance'?",
        "review",
        "population",
        "--process",
        Unknown,
        "--from",
        "2014-05-01",
        "--to",
        "2014-05-02",
        "--sample",
        "1",
        "--by",
        "xu-min"
    )]
    [TestCase(
        "There is no organisation 'housng'. Did you mean 'housing'",
        "review",
        "population",
        "--office",
        "housng",
        "--from",
        "2014-05-01",
        "--to",
        "2014-05-02",
        "--sample",
        "1",
        "--by",
        "xu-min"
    )]
    [TestCase("No case of the ledger had a task at 'housng'.", "stats", "--list", "pending", "--office", "housng")]
    [TestCase("--stage takes", "cases", "--stage", Unknown)]
    public async Task A_filter_of_a_verb_that_there_is_not_is_refused(string sentence, params string[] verb)
    {
        string[] definitions = verb[0] is "migrate" or "review" ? ["--definitions", Repository.Definitions] : [];
        var run = await Typed.Run([.. verb, "--database", _host.DatabaseFile, .. definitions]);
        Assert.That(run.Exit, Is.Not.Zero, run.Out);
        Assert.That(run.Error, Does.Contain(sentence));
    }
}
