// Pages work without this. It adds the keys of lists, and lets the right half of an action follow what is typed.
(() => {
    const typing = e => /^(INPUT|TEXTAREA|SELECT)$/.test(e.target.tagName);
    const rows = [...document.querySelectorAll('[data-rows] tbody tr')];
    let at = -1;
    const pick = to => {
        rows[at]?.classList.remove('picked');
        at = Math.max(0, Math.min(rows.length - 1, to));
        rows[at]?.classList.add('picked');
        rows[at]?.scrollIntoView({ block: 'nearest' });
    };
    document.addEventListener('keydown', e => {
        if (e.ctrlKey && e.key === 'Enter') document.querySelector('[data-act]')?.requestSubmit();
        if (typing(e) || e.ctrlKey || e.metaKey || e.altKey) return;
        if (e.key === '/') {
            e.preventDefault();
            document.querySelector('.find input')?.focus();
        }
        if (e.key === 'j' || e.key === 'J') pick(at + 1);
        if (e.key === 'k' || e.key === 'K') pick(at - 1);
        if (e.key === 'Enter' && e.target === document.body) rows[at]?.querySelector('a')?.click();
    });

    for (const more of document.querySelectorAll('[data-more]'))
        more.addEventListener('click', () => more.parentElement.querySelector('tr[hidden]')?.removeAttribute('hidden'));

    // A replay moves as its slider does: what is shown of the moment is fetched anew, and the slider stays under the finger.
    const player = document.querySelector('[data-player]');
    if (player) {
        const slider = player.querySelector('input');
        let wanted = 0;
        const move = async to => {
            const mine = ++wanted;
            const address = new URL(location.href);
            address.searchParams.set('entry', to);
            const answer = await fetch(address).catch(() => null);
            if (!answer?.ok || mine !== wanted) return;
            const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
            for (const part of ['[data-moment]', '[data-entries]', '[data-player] output'])
                document.querySelector(part).replaceWith(page.querySelector(part));
            const now = page.querySelector('[data-player] input');
            slider.value = now.value;
            slider.setAttribute('aria-valuetext', now.getAttribute('aria-valuetext'));
            history.replaceState(null, '', address);
        };
        slider.addEventListener('input', () => move(slider.value));
        for (const step of player.querySelectorAll('[data-step]'))
            step.addEventListener('click', e => {
                e.preventDefault();
                move(Math.max(1, Math.min(+slider.max, +slider.value + +step.dataset.step)));
            });
    }

    const form = document.querySelector('[data-act]');
    const follows = form?.querySelector('[data-follows]');
    if (!follows) return;
    let timer,
        asked = 0;
    const renew = async () => {
        const mine = ++asked;
        const body = new URLSearchParams(new FormData(form));
        body.set('preview', '1');
        const answer = await fetch(location.href, { method: 'POST', body, headers: { 'X-Requested-With': 'fetch' } }).catch(
            () => null,
        );
        if (!answer?.ok || mine !== asked) return;
        const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
        const next = page.querySelector('[data-follows]');
        if (next) follows.replaceChildren(...next.childNodes);
    };
    form.addEventListener('input', () => {
        clearTimeout(timer);
        timer = setTimeout(renew, 400);
    });
})();
