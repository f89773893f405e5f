using System.Collections.Immutable;
using System.Globalization;
using Workflow.Engine.Deciding.Lots;
using Workflow.Engine.Record.Events;
using Workflow.Host.Mining.Reports;
using Workflow.Host.Wording;

namespace Workflow.Host.Reviews;

/// <summary>Lays a review out for people: how the files were drawn and how anybody draws them again, then what each came to.</summary>
/// <param name="review">The review.</param>
/// <param name="words">In which language.</param>
public sealed class ReviewReport(ReviewResult review, Words words)
{
    /// <summary>Returns the report.</summary>
    public Report Make() =>
        new(
            words.Say("review.title", review.Case),
            [.. Lead()],
            review.Draw is null ? [] : [Drawing(review.Draw), Files(), Scores(), Findings(), Stages(), Bands()]
        );

    private IEnumerable<string> Lead()
    {
        yield return words.Say("review.result", review.ResultTitle is { } title ? words.Title(title) : words["review.running"]);
        if (!review.Documents.IsEmpty)
            yield return words.Say("review.documents", string.Join("、", review.Documents));
        foreach (var line in review.Draw is null ? [words["review.undrawn"]] : How(review.Draw))
            yield return line;
    }

    private IEnumerable<string> How(RepeatedDraw draw) =>
        [
            words[review.Repeated == true ? "review.repeated" : "review.differs"],
            .. draw.Faults.Select(words.Tell),
            words["review.how.commitment"],
            words["review.how.rows"],
            words.Say("review.how.verify", review.Case),
        ];

    private ReportTable Drawing(RepeatedDraw draw) =>
        Table(
            "draw",
            [
                Row("population", draw.Population),
                Row("size", $"{draw.Size}"),
                Row("algorithm", draw.Algorithm),
                Row("commitment", draw.Commitment ?? words["review.unsealed"]),
                .. draw.GivenUp.Select(g => Row("given-up", g)),
                Row("salt", draw.Salt ?? "–"),
                Row("seed", draw.Seed),
                Row("first", string.Join(", ", draw.First)),
                .. draw.Redrawn.SelectMany(Recused),
                Row("drawn", string.Join(", ", draw.Drawn)),
            ]
        );

    private IEnumerable<ImmutableArray<string>> Recused(LotsRedrawn r) =>
        r.Recused.Zip(
            r.Substitutes,
            (from, to) => Row("recused", words.Say("review.recused.words", from.Row, from.Reasons, to, r.By, r.Document ?? "–"))
        );

    private ReportTable Files() =>
        Table(
            "files",
            [
                .. review.Files.Select(f =>
                    ImmutableArray.Create(
                        $"{f.Row}",
                        f.About.GetValueOrDefault("case", ""),
                        f.About.GetValueOrDefault("item", ""),
                        f.About.GetValueOrDefault("concluded", ""),
                        f.About.GetValueOrDefault("head", ""),
                        words[$"review.unchanged.{(f.Unchanged is { } same ? same ? "yes" : "no" : "unknown")}"]
                    )
                ),
            ]
        );

    private ReportTable Scores() => Table("scores", [.. review.Files.SelectMany(Points)]);

    private IEnumerable<ImmutableArray<string>> Points(ReviewedFile file) =>
        file.Total is not { } total
            ?
            [
                [$"{file.Row}", words["review.unscored"], "", ""],
            ]
            :
            [
                .. file.Points.Select(p => ImmutableArray.Create($"{file.Row}", words.Title(p.Title), Figure(p.Points), Figure(p.Most))),
                [$"{file.Row}", words["review.total"], Figure(total), Figure(file.Most!.Value)],
            ];

    private ReportTable Findings() =>
        Table(
            "findings",
            [
                .. review.Files.SelectMany(f =>
                    f.Findings.Select(x =>
                        ImmutableArray.Create(
                            $"{f.Row}",
                            x.GetValueOrDefault("criterion", ""),
                            x.GetValueOrDefault("finding", ""),
                            x.GetValueOrDefault("lost", ""),
                            x.GetValueOrDefault("article", "")
                        )
                    )
                ),
            ]
        );

    private ReportTable Stages() =>
        Table(
            "stages",
            [
                .. review.Files.SelectMany(f =>
                    f.Stages.Select(s =>
                        ImmutableArray.Create(
                            $"{f.Row}",
                            s.Run == 1 ? words.Title(s.Step) : $"{words.Title(s.Step)}（{s.Run}）",
                            s.Outcome is { } outcome ? words.Title(outcome) : words["review.waits"],
                            string.Join(", ", s.By),
                            $"{s.On:yyyy-MM-dd}",
                            words.Reason(s.Reasons, s.Because) ?? ""
                        )
                    )
                ),
            ]
        );

    private ReportTable Bands() =>
        Table(
            "bands",
            [
                .. review.Bands.Select(b =>
                    ImmutableArray.Create(words[$"review.band.{b.Name}"], $"{b.Share.Part}", $"{b.Share.Whole}", b.Share.ToString())
                ),
            ]
        ) with
        {
            Note = words.Say("review.bands.note", review.Scored.ToString()),
        };

    private ReportTable Table(string name, ImmutableArray<ImmutableArray<string>> rows) =>
        new(words[$"review.{name}"], rows.IsEmpty ? words["review.none"] : null, [.. words[$"review.{name}.columns"].Split('|')], rows);

    private ImmutableArray<string> Row(string key, string value) => [words[$"review.draw.{key}"], value];

    private static string Figure(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
