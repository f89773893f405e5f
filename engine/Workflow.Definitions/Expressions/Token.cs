using Workflow.Engine.Messages;
using Spoken = Workflow.Definitions.Syntax.Found;

namespace Workflow.Definitions.Expressions;

internal enum TokenKind
{
    Name,
    Number,
    Date,
    Text,
    Sign,
    Plus,
    Minus,
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

    /// <summary>What it is called in a sentence.</summary>
    public Message Found => Kind == TokenKind.End ? Spoken.EndOfCondition() : Spoken.Text(Text);
}
