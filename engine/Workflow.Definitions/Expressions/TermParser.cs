using System.Globalization;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Expressions;
using Workflow.Engine.Messages;
using Workflow.Engine.Periods;

namespace Workflow.Definitions.Expressions;

/// <summary>Reads an expression's text by recursive descent; length and depth are capped before recursion could hurt.</summary>
internal sealed class TermParser
{
    // It ends a period alone; anywhere else it may be an id.
    private const string After = "after";

    private readonly List<Token> _tokens;
    private int _next;
    private int _depth;

    private TermParser(List<Token> tokens) => _tokens = tokens;

    private Token Current => _tokens[_next];

    public static Term Parse(string text)
    {
        if (text.Length > ExpressionParser.MaxLength)
            throw new ExpressionFault(0, ConditionFaults.TooLong(ExpressionParser.MaxLength, text.Length));
        var parser = new TermParser(Tokens.Of(text));
        var term = parser.Or();
        return parser.Current.Kind == TokenKind.End
            ? term
            : throw new ExpressionFault(parser.Current.At, ConditionFaults.More(parser.Current.Found));
    }

    private Term Or() => Chain("or", And);

    private Term And() => Chain("and", Negation);

    private Term Chain(string word, Func<Term> member)
    {
        var first = member();
        if (!Current.Is(word))
            return first;
        var members = new List<Term> { first };
        while (Take(word))
            members.Add(member());
        return new ChainTerm(first.At, word == "and", members);
    }

    private Term Negation()
    {
        var at = Current.At;
        return Take("not") ? Deeper(() => new NotTerm(at, Negation())) : Compare();
    }

    private Term Compare()
    {
        var left = Sum();
        if (Current.Kind == TokenKind.Sign)
            return new CompareTerm(left.At, Signs.Of(Take()), left, Sum());
        if (Take("in"))
            return new InTerm(left.At, left, Options());
        return IsAtNotIn() ? NotIn(left) : left;
    }

    private Term Sum()
    {
        var (sum, added) = (Value(), 0);
        while (Current.Kind is TokenKind.Plus or TokenKind.Minus)
        {
            if (++added > ExpressionParser.MaxDepth)
                throw new ExpressionFault(Current.At, ConditionFaults.TooDeep(ExpressionParser.MaxDepth));
            var isPlus = Take().Kind == TokenKind.Plus;
            sum = new SumTerm(sum.At, isPlus, sum, Value());
        }

        return sum;
    }

    private bool IsAtNotIn() => Current.Is("not") && _tokens[_next + 1].Is("in");

    private NotTerm NotIn(Term left)
    {
        _next += 2;
        return new NotTerm(left.At, new InTerm(left.At, left, Options()));
    }

    private List<Term> Options()
    {
        Expect(TokenKind.Open, Things.OpenAfterIn);
        var options = new List<Term> { Value() };
        while (Current.Kind == TokenKind.Comma)
        {
            Take();
            options.Add(Value());
        }

        Expect(TokenKind.Close, Things.CloseAfterLast);
        return options;
    }

    private Term Value() =>
        Current.Kind switch
        {
            TokenKind.Open => Group(),
            TokenKind.Text => new ValueTerm(Current.At, new TextValue(Take().Text)),
            TokenKind.Date => new ValueTerm(Current.At, Day(Take())),
            TokenKind.Number => NumberOrPeriod(),
            TokenKind.Name when IsAtName() => Name(),
            TokenKind.Name when Current.Text is "yes" or "no" or "none" => Word(),
            _ => throw new ExpressionFault(Current.At, ConditionFaults.NoValue(Current.Found)),
        };

    private static DateValue Day(Token token) => new(DateOnly.ParseExact(token.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture));

    private Term Group()
    {
        Take();
        var inner = Deeper(Or);
        Expect(TokenKind.Close, Things.Close);
        return inner;
    }

    private Term Word()
    {
        var word = Take();
        return word.Text == "none" ? new NoneTerm(word.At) : new ValueTerm(word.At, new TruthValue(word.Text == "yes"));
    }

    private NameTerm Name()
    {
        var at = Current.At;
        var parts = new List<string> { Take().Text };
        while (Current.Kind == TokenKind.Dot)
        {
            Take();
            parts.Add(Expect(TokenKind.Name, Things.NameAfterDot).Text);
        }

        return new NameTerm(at, parts);
    }

    private Term NumberOrPeriod()
    {
        var number = Take();
        return IsAtName() ? Counted(number, Written(number)) : new ValueTerm(number.At, new NumberValue(Amount(number)));
    }

    private static decimal Amount(Token number) => decimal.Parse(number.Text, CultureInfo.InvariantCulture);

    private bool IsAtName() => Current.Kind == TokenKind.Name && !ReservedWords.All.Contains(Current.Text);

    private string Written(Token number)
    {
        var words = new List<string> { number.Text };
        while (IsAtName() && !Current.Is(After))
            words.Add(Take().Text);
        return string.Join(' ', words);
    }

    private CountedTerm Counted(Token number, string written)
    {
        if (!PeriodText.TryParse(written, out var period, out var fault))
            throw new ExpressionFault(number.At, ConditionFaults.Period(fault));
        var isAfter = Take(After);
        if (!isAfter && !Take("before"))
            throw new ExpressionFault(Current.At, ConditionFaults.NoBefore(written, Current.Found));
        return period.Unit == PeriodUnit.Hours
            ? throw new ExpressionFault(number.At, ConditionFaults.Hours())
            : Deeper(() => new CountedTerm(number.At, period, isAfter, Value()));
    }

    private T Deeper<T>(Func<T> inner)
        where T : Term
    {
        if (++_depth > ExpressionParser.MaxDepth)
            throw new ExpressionFault(Current.At, ConditionFaults.TooDeep(ExpressionParser.MaxDepth));
        var term = inner();
        _depth--;
        return term;
    }

    private Token Take() => _tokens[Current.Kind == TokenKind.End ? _next : _next++];

    private bool Take(string word)
    {
        if (!Current.Is(word))
            return false;
        _next++;
        return true;
    }

    private Token Expect(TokenKind kind, Message what) =>
        Current.Kind == kind ? Take() : throw new ExpressionFault(Current.At, ConditionFaults.Missing(what, Current.Found));
}
