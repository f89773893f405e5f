using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Engine.Messages;
using Workflow.Engine.Record.Refusals;
using Workflow.Host.Answers;
using Workflow.Host.Wording;

namespace Workflow.Tests.Host.Answers;

/// <summary>What a problem document says beside its sentence: a title that names its subject, and the values of the refusal.</summary>
public sealed class ProblemWordsTests
{
    private static readonly int[] HeadedBySubject = [409, 422];

    // What makes a claim of a title: a verb or a denial.
    private const string Claims =
        "不|没|无|未|已|须|必须|应当|只能|是|有|可以|现在|\\b(is|are|was|has|have|had|can|cannot|may|must|not|no|never|nothing|already|there|only)\\b";

    [TestCase("zh")]
    [TestCase("en")]
    public void Each_subject_of_a_conflict_or_of_unfit_content_has_a_title_of_its_own(string language)
    {
        var words = Words.In(language);
        var kinds = HostMessages
            .All.Rows.Values.Where(r => HeadedBySubject.Contains(r.Status ?? 0))
            .Select(r => $"title.{r.Code[..r.Code.IndexOf('.', StringComparison.Ordinal)]}")
            .Distinct()
            .ToList();
        Assert.That(kinds.Where(k => !words.Has(k)), Is.Empty);
        Assert.That(words.Keys.Where(k => k.StartsWith("title.", StringComparison.Ordinal)), Is.EquivalentTo(kinds));
        Assert.That(kinds.Select(k => words[k]), Is.Unique);
    }

    [TestCase("zh")]
    [TestCase("en")]
    public void Each_status_of_a_refusal_has_a_title(string language) =>
        Assert.That(
            HostMessages.All.Rows.Values.Select(r => r.Status).OfType<int>().Except(HeadedBySubject).Distinct().Select(s => $"status.{s}"),
            Is.SubsetOf(Words.In(language).Keys)
        );

    /// <summary>What the server refuses by itself, such as headers that are too large, has the title of its hundred.</summary>
    [TestCase(400)]
    [TestCase(500)]
    public void Each_hundred_of_refusals_has_a_title(int first) => Assert.That(Words.In("zh").Has($"status.{first}"), Is.True);

    [TestCase("zh")]
    [TestCase("en")]
    public void The_title_of_a_subject_claims_nothing_so_that_no_sentence_under_it_contradicts(string language)
    {
        var words = Words.In(language);
        var titles = words.Keys.Where(k => k.StartsWith("title.", StringComparison.Ordinal)).Select(k => words[k]);
        Assert.That(titles.Where(t => Regex.IsMatch(t, Claims, RegexOptions.IgnoreCase)), Is.Empty);
    }

    [TestCase("zh", "案件", "“审查”")]
    [TestCase("en", "Case", "'审查'")]
    public async Task Names_among_the_values_have_id_and_title_however_deep_they_stand(string language, string title, string sentence)
    {
        var review = new NameValue("review", "审查");
        var open = MessageValue.List([new Message("step.whole", ("step", review)), new DateOnly(2026, 5, 5), review]);
        var refusal = new Refusal(
            new Message("case.concluding", ("number", "A-1"), ("called", open), ("result", new Message("step.whole", ("step", review))))
        );
        using var json = JsonDocument.Parse(await Answered(refusal, language));
        var found = json.RootElement.GetProperty("values");
        Assert.That(json.RootElement.GetProperty("title").GetString(), Is.EqualTo(title));
        var (name, phrase) = (
            """{"id":"review","title":"审查"}""",
            $$$$"""{"code":"step.whole","sentence":"{{{{sentence}}}}","values":{"step":{"id":"review","title":"审查"}}}"""
        );
        Assert.That(
            JsonNode.DeepEquals(
                JsonNode.Parse(found.GetProperty("called").GetRawText()),
                JsonNode.Parse($"[{phrase},\"2026-05-05\",{name}]")
            ),
            found.GetRawText()
        );
        Assert.That(
            JsonNode.DeepEquals(JsonNode.Parse(found.GetProperty("result").GetRawText()), JsonNode.Parse(phrase)),
            found.GetRawText()
        );
        Assert.That(found.GetProperty("number").GetString(), Is.EqualTo("A-1"));
    }

    private static async Task<string> Answered(Refusal refusal, string language)
    {
        using var body = new MemoryStream();
        await using var services = new ServiceCollection().AddLogging().AddProblemDetails().BuildServiceProvider();
        var http = new DefaultHttpContext { RequestServices = services };
        http.Request.Headers.AcceptLanguage = language;
        http.Response.Body = body;
        await ProblemAnswer.Of(http, refusal).ExecuteAsync(http);
        return System.Text.Encoding.UTF8.GetString(body.ToArray());
    }
}
