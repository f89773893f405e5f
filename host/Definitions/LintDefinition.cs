using System.Text;
using Microsoft.AspNetCore.Mvc;
using Workflow.Definitions.Lint;
using Workflow.Definitions.Lint.Rules;
using Workflow.Definitions.Syntax;
using Workflow.Definitions.Wording;
using Workflow.Host.Answers;
using Workflow.Host.Identity;
using Workflow.Host.Opening;

namespace Workflow.Host.Definitions;

/// <summary><c>POST /api/definitions/lint</c>: every problem of a process written in YAML, at once. It publishes nothing.</summary>
public static class LintDefinition
{
    private const string File = "body.yaml";
    private static readonly string[] Yaml = ["application/yaml", "application/x-yaml", "text/yaml", "text/x-yaml", "text/plain"];

    public sealed record Found(
        string File,
        int Line,
        int Column,
        Severity Severity,
        string Code,
        IReadOnlyDictionary<string, string> Values,
        string Message,
        string? Hint,
        string? Law
    );

    public sealed record Answer(bool Publishable, string? Process, string? Digest, IReadOnlyList<Found> Problems);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/api/definitions/lint", Handle)
            .As("LintDefinition", "Definitions", "检查流程文件 / Every problem of a process file, at once")
            .Accepts<string>("application/yaml", "text/yaml", "text/plain")
            .Produces<Answer>()
            .Refuses(400, 413, 415);

    private static async Task<Answer> Handle(
        HttpContext context,
        Workplace place,
        [FromQuery(Name = "profile")] string[]? names,
        CancellationToken cancellation
    )
    {
        Caller.Of(context);
        var profiles = Profiles(names ?? []);
        var text = await Bodies.ReadText(context.Request, Yaml, cancellation);
        var folder = new LintedFolder(place.Folder.Library, place.Folder.Register).With(File, Encoding.UTF8.GetBytes(text));
        var reading = folder.Library.Readings.FirstOrDefault(r => r.File == File);
        var (problems, language) = (Everything.Lint(folder, profiles, File), Wording.Words.Of(context).Language);
        return new Answer(
            problems.All(p => p.Severity != Severity.Error),
            reading?.Definition?.Id,
            reading?.Digest,
            [.. problems.Select(p => Shown(p, language))]
        );
    }

    private static Found Shown(Problem problem, Language language)
    {
        var (at, said) = (problem.At, problem.In(language));
        var values = problem.Message.Values.ToDictionary(v => v.Name, v => v.Value.ToString());
        return new Found(at.File, at.Line, at.Column, problem.Severity, problem.Code, values, said.Sentence, said.WayOut, said.Law);
    }

    private static List<LintProfile> Profiles(IEnumerable<string> names) => [.. names.Select(Profile)];

    private static LintProfile Profile(string name) =>
        LintProfiles.ByName.TryGetValue(name, out var profile) ? profile : throw RequestRefusals.Profile(name, LintProfiles.ByName.Keys);
}
