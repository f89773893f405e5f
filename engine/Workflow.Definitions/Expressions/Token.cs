namespace Workflow.Definitions.Expressions;

internal enum TokenKind
{
    Name,
    Number,
    Date,
    Text,
    Sign,
    Open,
    Close,
    Comma,
    Dot,
    End,
}

/// <summary>A word of an expression; <paramref name="At"/> is the offset in the expression's text.</summary>
internal sealed record Token(TokenKind Kind, string Text, int At)
{
    public bool Is(string word) => Kind == TokenKind.Name && Text == word;

    public override string ToString() => Kind == TokenKind.End ? "the end" : $"'{Text}'";
}
