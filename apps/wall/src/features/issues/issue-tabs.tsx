import type { Issue } from '@rumoer/contracts'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { useText } from '../../lib/text.ts'
import { ChannelsTab } from './channels-tab.tsx'
import { HistoryTab } from './history-tab.tsx'
import styles from './issue-tabs.module.css'
import { MessagesTab } from './messages-tab.tsx'
import { PlaceTab } from './place-tab.tsx'
import { WhyTab } from './why-tab.tsx'

/** What lies behind the first screen. */
export function IssueTabs({ issue }: { issue: Issue }) {
  const text = useText()
  return (
    <Tabs className={styles.tabs ?? ''}>
      <TabList className={styles.list ?? ''} aria-label={text('issue.parts')}>
        {(['messages', 'place', 'channels', 'history', 'why'] as const).map((id) => (
          <Tab key={id} id={id} className={styles.tab ?? ''}>
            {text(`tab.${id}`)}
          </Tab>
        ))}
      </TabList>
      <TabPanel id="messages">
        <MessagesTab issue={issue} />
      </TabPanel>
      <TabPanel id="place">
        <PlaceTab issue={issue} />
      </TabPanel>
      <TabPanel id="channels">
        <ChannelsTab issue={issue} />
      </TabPanel>
      <TabPanel id="history">
        <HistoryTab issue={issue} />
      </TabPanel>
      <TabPanel id="why">
        <WhyTab issue={issue} />
      </TabPanel>
    </Tabs>
  )
}
