using Workflow.Definitions.Syntax;
using Workflow.Definitions.Wording;
using Workflow.Engine.Laws;
using Workflow.Engine.Messages;

namespace Workflow.Definitions.Lint.Meaning;

/// <summary>Puts beside a problem the article behind it, in our own words and with the state of its verification.</summary>
internal static class Quoting
{
    /// <summary>Returns the problem with an article; as it is where there is none.</summary>
    public static Problem With(Problem problem, CitedArticle? law) =>
        law is null
            ? problem
            : problem with
            {
                Message = new Message(problem.Code, [.. problem.Message.Values, (MessageTable.Law, Said(law))]),
            };

    private static MessageValue Said(CitedArticle law) =>
        new Message(
            "problem.law",
            ("basis", law.Basis.ToString()),
            ("words", new NameValue(law.Basis.ToString(), law.Zh, law.En)),
            ("status", new Message(Status(law.Status)))
        );

    private static string Status(ArticleStatus status) =>
        status switch
        {
            ArticleStatus.Read => "law.read",
            ArticleStatus.Excerpt => "law.excerpt",
            ArticleStatus.Unverified => "law.unverified_entry",
            ArticleStatus.Local => "law.local",
            _ => throw new System.Diagnostics.UnreachableException($"No words for {status}."),
        };
}
