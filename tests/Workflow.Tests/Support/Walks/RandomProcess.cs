using System.Text;

namespace Workflow.Tests.Support.Walks;

/// <summary>Writes a random process of the small office as a designer would: blocks within blocks, every exit with its bound.</summary>
internal sealed class RandomProcess(Random random)
{
    private const int Deepest = 3;
    private const string Several = "hall.officer";
    private static readonly string[] Roles = ["hall.clerk", Several, "hall.lawyer", "hall.leader"];

    private readonly StringBuilder _text = new();
    private readonly SortedSet<string> _marks = new(StringComparer.Ordinal);
    private int _ids;

    internal string Text()
    {
        List(1, 0, []);
        var steps = _text.ToString();
        return SmallOffice.Process(steps, Rest());
    }

    // A list of items; the steps before it to which an item may go back are handed in.
    private void List(int indent, int depth, List<string> before)
    {
        var earlier = new List<string>(before);
        for (var i = 1 + random.Next(depth == 0 ? 4 : 2); i >= 0; i--)
        {
            if (random.Next(6) is var kind && depth < Deepest && kind == 0)
                Parallel(indent, depth, earlier);
            else if (kind == 1)
                earlier.Add(Joint(indent, depth, earlier));
            else if (kind == 2 && random.Next(2) == 0)
                earlier.Add(Draw(indent));
            else
                earlier.Add(Step(indent, depth, earlier));
            if (depth < Deepest && earlier.Count > before.Count && random.Next(5) == 0)
                Choice(indent, depth, earlier);
        }
    }

    private string Step(int indent, int depth, List<string> earlier)
    {
        var id = Id();
        Line(indent, $"- step: {id}");
        Line(indent + 1, $"title: 步骤{id}");
        var by = random.Next(6) == 0 ? "applicant" : Role();
        Line(indent + 1, $"by: {by}");
        if (by != "applicant")
            Given(indent + 1, by, earlier);
        if (random.Next(5) == 0)
            Line(indent + 1, "mandatory: true");
        Limit(indent + 1);
        Outcomes(indent + 1, depth, earlier, "ok", "nay");
        return id;
    }

    private void Given(int indent, string by, List<string> earlier)
    {
        if (random.Next(3) == 0)
            Line(indent, $"assign: {(random.Next(2) == 0 ? "least-loaded" : "round-robin")}");
        if (earlier.Count > 0 && random.Next(6) == 0)
            Line(indent, $"not-by: {earlier[^1]}");
        if (random.Next(4) == 0)
            Line(indent, $"if-nobody: {(random.Next(3) == 0 || by == "hall.leader" ? "alert" : "hall.leader")}");
        if (random.Next(4) == 0)
            Line(indent, "same-person: {passes: ok}");
    }

    private string Joint(int indent, int depth, List<string> earlier)
    {
        var id = Id();
        var roll = Roles.OrderBy(_ => random.Next()).Take(2 + random.Next(3)).ToList();
        Line(indent, $"- joint: {id}");
        Line(indent + 1, $"title: 会审{id}");
        Line(indent + 1, $"participants: [{string.Join(", ", roll.Select(by => by == roll[0] ? First(by) : Answerer(by)))}]");
        if (roll[0] == Several)
            Line(indent + 1, "quorum: majority");
        Line(indent + 1, $"decide: {{ok: {Threshold()}, otherwise: nay}}");
        if (random.Next(4) == 0)
            Line(indent + 1, $"veto: [{roll[0]}]");
        if (random.Next(4) == 0)
            Line(indent + 1, "in-order: true");
        else if (random.Next(4) == 0)
            Line(indent + 1, $"speaks-last: {roll[^1]}");
        if (random.Next(3) == 0)
            Line(indent + 1, "close: all-answered");
        Limit(indent + 1);
        Outcomes(indent + 1, depth, earlier, "ok", "nay");
        return id;
    }

    // Where several hold a post, all of them are members, and a quorum is asked.
    private string First(string by) => by == Several ? $"{{all-of: {by}}}" : Answerer(by);

    private string Answerer(string by) =>
        random.Next(3) == 0 ? $"{{by: {by}, assign: {(random.Next(2) == 0 ? "least-loaded" : "round-robin")}}}" : by;

    // Lots, mostly sealed before, and one who acts for each row drawn.
    private string Draw(int indent)
    {
        var (draw, each) = (Id(), Id());
        Line(indent, $"- draw: {draw}");
        Line(indent + 1, $"title: 抽取{draw}");
        Line(indent + 1, $"by: {Role()}");
        Line(indent + 1, "from: form.pool");
        Line(indent + 1, $"count: {(random.Next(3) == 0 ? "form.many" : "2")}");
        if (random.Next(5) == 0)
            Line(indent + 1, "sealed: false");
        if (random.Next(3) == 0)
            Line(indent + 1, $"limit: {{for: {1 + random.Next(5)} working days, on-expiry: done, basis: internal}}");
        Row(indent, each, draw, random.Next(4) == 0 ? "row.odd" : null);
        if (random.Next(2) == 0)
            return each;
        // Another who looks again at some of the rows, and now and then sends the case back to the first.
        var again = Id();
        Row(
            indent,
            again,
            draw,
            random.Next(3) switch
            {
                0 => $"row.{each} = ok",
                1 => $"row.{each} != nay and row.odd",
                _ => $"row.{each} = nay",
            }
        );
        if (random.Next(2) == 0)
            Line(indent + 3, $"back: {{to: {each}, at-most: 1, otherwise: ok{(random.Next(2) == 0 ? ", rows: own" : "")}}}");
        return again;
    }

    private void Row(int indent, string id, string draw, string? when)
    {
        Line(indent, $"- step: {id}");
        Line(indent + 1, $"title: 意见{id}");
        Line(indent + 1, $"by: {Role()}");
        Line(indent + 1, $"for-each: {draw}");
        if (when is not null)
            Line(indent + 1, $"when: {when}");
        Limit(indent + 1);
        Line(indent + 1, "outcomes:");
        Line(indent + 2, "ok: {title: 同意}");
        Line(indent + 2, "nay:");
        Line(indent + 3, "title: 不同意");
    }

    private string Threshold() =>
        random.Next(4) switch
        {
            0 => "all",
            1 => "majority",
            2 => "1",
            _ => "50%",
        };

    private void Outcomes(int indent, int depth, List<string> earlier, string yes, string no)
    {
        Line(indent, "outcomes:");
        Line(indent + 1, $"{yes}: {{title: 同意, marks: [{Mark()}]}}");
        Line(indent + 1, $"{no}:");
        Line(indent + 2, "title: 不同意");
        if (depth < Deepest && random.Next(3) == 0)
        {
            Line(indent + 2, "steps:");
            List(indent + 3, depth + 1, earlier);
        }

        if (earlier.Count > 0 && random.Next(2) == 0)
            Line(
                indent + 2,
                $"back: {{to: {earlier[random.Next(earlier.Count)]}, at-most: {1 + random.Next(2)}, otherwise: {yes}{(random.Next(2) == 0 ? ", then: straight-back" : "")}}}"
            );
        else if (random.Next(5) == 0)
            Line(indent + 2, "end: refused");
    }

    private void Parallel(int indent, int depth, List<string> earlier)
    {
        var id = Id();
        Line(indent, $"- parallel: {id}");
        Line(indent + 1, $"join: {(random.Next(4) == 0 ? "1" : "all")}");
        Line(indent + 1, "branches:");
        for (var i = 2 + random.Next(2); i > 0; i--)
        {
            Line(indent + 2, $"{Id()}:");
            List(indent + 3, depth + 1, earlier);
        }
    }

    private void Choice(int indent, int depth, List<string> earlier)
    {
        Line(indent, $"- choice: {Id()}");
        Line(indent + 1, "cases:");
        Line(indent + 2, $"- when: {earlier[^1]} = nay");
        Line(indent + 3, "steps:");
        List(indent + 4, depth + 1, earlier);
        Line(indent + 2, "- otherwise: true");
    }

    private void Limit(int indent)
    {
        switch (random.Next(6))
        {
            case 0:
                Line(indent, $"limit: {{for: {1 + random.Next(5)} working days, basis: internal}}");
                break;
            case 1:
                Line(indent, $"limit: {{for: {1 + random.Next(5)} working days, on-expiry: ok, basis: 办法(2020) 第一条}}");
                break;
            case 2:
                Line(indent, $"limit: {{for: {5 + random.Next(40)} hours, escalate: [{{to: hall.leader}}], basis: internal}}");
                break;
            case 3:
                Line(
                    indent,
                    $"limit: {{for: {1 + random.Next(3)} months, not-counted: [鉴定], extend: [{{by: 1 months, at-most: 1, approver: hall.leader}}], basis: internal}}"
                );
                break;
            default:
                break;
        }
    }

    private string Rest()
    {
        var rest = new StringBuilder(
            "form: {name: {title: 名称, type: text}, many: {title: 数, type: number, min: 1}, pool: {title: 名册, type: rows, columns: {who: {title: 姓名, type: text}, odd: {title: 外聘, type: yes-no}}}}"
        );
        if (_marks.Count > 1)
            rest.Append(
                $"\nclocks: {{total: {{title: 总期限, for: 20 working days, from: {_marks.Min}, until: [{string.Join(", ", _marks.Skip(1))}], not-counted: [鉴定], basis: internal}}}}"
            );
        if (random.Next(2) == 0)
            rest.Append("\nany-time: [{step: withdraw, title: 撤回, by: applicant, outcomes: {done: {title: 撤回, end: withdrawn}}}]");
        return rest.ToString();
    }

    private string Mark()
    {
        var mark = $"m{random.Next(3)}";
        _marks.Add(mark);
        return mark;
    }

    private string Role() => Roles[random.Next(Roles.Length)];

    private string Id() => $"s{++_ids}";

    private void Line(int indent, string text) => _text.Append(new string(' ', 2 * indent)).Append(text).Append('\n');
}
