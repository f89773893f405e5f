using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Workflow.Tests.Guarantees;

/// <summary>The body of a method, a constructor, an operator or a local function.</summary>
/// <param name="File">Its file, from the root of the repository.</param>
/// <param name="Member">What it is called; a constructor as its type.</param>
/// <param name="Tokens">What the compiler reads in it, word by word, braces and the arrow too.</param>
/// <param name="Decisions">The ways through it: 1, and one more for each branch and each condition joined to another.</param>
/// <param name="Parameters">What it is given.</param>
internal sealed record ReadBody(string File, string Member, int Tokens, int Decisions, int Parameters)
{
    public string Name => $"{File} {Member}";

    private static readonly ConcurrentDictionary<string, List<ReadBody>> Known = new(StringComparer.Ordinal);

    /// <summary>The bodies of a project, read once for all who ask.</summary>
    public static IReadOnlyList<ReadBody> All(string project) =>
        Known.GetOrAdd(
            project,
            p =>
                [
                    .. Repository
                        .Sources(p)
                        .SelectMany(f => In(Path.GetRelativePath(Repository.Root, f).Replace('\\', '/'), System.IO.File.ReadAllText(f))),
                ]
        );

    /// <summary>The bodies of a text.</summary>
    public static IEnumerable<ReadBody> In(string file, string text) =>
        CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes().Select(node => Of(file, node)).OfType<ReadBody>();

    private static ReadBody? Of(string file, SyntaxNode node) =>
        node switch
        {
            BaseMethodDeclarationSyntax m => Of(file, Called(m), (SyntaxNode?)m.Body ?? m.ExpressionBody, m.ParameterList),
            LocalFunctionStatementSyntax l => Of(file, l.Identifier.Text, (SyntaxNode?)l.Body ?? l.ExpressionBody, l.ParameterList),
            _ => null,
        };

    private static ReadBody? Of(string file, string member, SyntaxNode? body, ParameterListSyntax given) =>
        body is null ? null : new ReadBody(file, member, body.DescendantTokens().Count(), Branches(body), given.Parameters.Count);

    private static string Called(BaseMethodDeclarationSyntax method) =>
        method switch
        {
            MethodDeclarationSyntax m => m.Identifier.Text,
            ConstructorDeclarationSyntax c => c.Identifier.Text,
            _ => "operator",
        };

    private static int Branches(SyntaxNode body) => 1 + body.DescendantNodes().Count(IsBranch) + body.DescendantTokens().Count(IsJoined);

    private static bool IsBranch(SyntaxNode node) =>
        node
            is IfStatementSyntax
                or ConditionalExpressionSyntax
                or SwitchExpressionArmSyntax
                or CaseSwitchLabelSyntax
                or CasePatternSwitchLabelSyntax
                or ForStatementSyntax
                or ForEachStatementSyntax
                or WhileStatementSyntax
                or CatchClauseSyntax;

    private static bool IsJoined(SyntaxToken token) =>
        token.Kind() is SyntaxKind.AmpersandAmpersandToken or SyntaxKind.BarBarToken or SyntaxKind.QuestionQuestionToken;
}
